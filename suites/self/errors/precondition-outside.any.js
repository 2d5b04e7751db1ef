// META: title=A precondition that fails outside any subtest
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#optional-features
// EXPECT: PRECONDITION_FAILED ~ "no such feature"
// EXPECT: PASS "before"
"use strict";

test(() => {}, "before");
assert_implements_optional(false, "no such feature");
test(() => {}, "after");
