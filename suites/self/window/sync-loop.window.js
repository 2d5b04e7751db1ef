// META: title=An endless loop in a page
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#harness-timeout
// META: requires=busy-page
// EXPECT: TIMEOUT
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "never returns"
"use strict";

test(() => {}, "before");
test(() => {
  for (;;);
}, "never returns");
test(() => {}, "never made");
