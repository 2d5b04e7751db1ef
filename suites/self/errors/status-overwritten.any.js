// META: title=The test overwrites the status that its own callback is given
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "the only one"
"use strict";

add_completion_callback((tests, harnessStatus) => {
  harnessStatus.status = 42;
});

test(() => {}, "the only one");
