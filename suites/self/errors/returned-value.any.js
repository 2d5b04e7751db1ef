// META: title=A synchronous test that returns a promise
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#synchronous-tests
// EXPECT: ERROR ~ "returned a value"
// EXPECT: PASS "its assertions would come too late"
"use strict";

test(async () => {}, "its assertions would come too late");
