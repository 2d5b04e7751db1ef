// META: title=Two subtests of one name
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#synchronous-tests
// EXPECT: ERROR ~ "duplicate"
// EXPECT: PASS "the same name"
// EXPECT: FAIL "the same name"
// EXPECT: PASS "a name of its own"
"use strict";

test(() => {}, "the same name");
test(() => assert_true(false), "the same name");
test(() => {}, "a name of its own");
