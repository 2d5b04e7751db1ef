// META: title=An endless loop in a page, outside of any test
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#harness-timeout
// EXPECT: TIMEOUT
"use strict";

for (;;);
