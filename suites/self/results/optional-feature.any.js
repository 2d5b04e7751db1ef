// META: title=A subtest of an optional feature which is absent
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#optional-features
// EXPECT: OK
// EXPECT: PRECONDITION_FAILED "a synchronous test" ~ "no time machine"
// EXPECT: PRECONDITION_FAILED "a promise test" ~ "no perpetual motion"
// EXPECT: PASS "the feature is there"
"use strict";

test(() => {
  assert_implements_optional(false, "no time machine");
  assert_unreached("the subtest ends where its precondition fails");
}, "a synchronous test");

promise_test(async () => {
  await null;
  assert_implements_optional(false, "no perpetual motion");
}, "a promise test");

test(() => assert_implements_optional(true, "it is there"), "the feature is there");
