// META: title=Subtests to which nobody gave a name
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// EXPECT: OK
// EXPECT: PASS "assert_true(true)"
// EXPECT: PASS "assert_true(true) 1"
// EXPECT: FAIL "assert_true(false)"
"use strict";

test(() => assert_true(true));
test(() => assert_true(true), "");
test(() => assert_true(false));
