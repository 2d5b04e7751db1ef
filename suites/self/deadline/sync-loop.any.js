// META: title=An endless loop inside a synchronous test
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#harness-timeout
// EXPECT: TIMEOUT
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "never returns"
"use strict";

test(() => {}, "before");
test(() => {
  for (;;);
}, "never returns");
test(() => {}, "never made");
