// META: title=Subtests made after the file is complete are not reported
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "in time"
"use strict";

test(() => {}, "in time");

add_completion_callback(() => {
  test(() => assert_unreached("too late"), "made on completion");
  promise_test(async () => {}, "a promise test made on completion");
  Promise.resolve().then(() => test(() => {}, "made later"));
});
