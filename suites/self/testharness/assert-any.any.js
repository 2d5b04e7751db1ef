// META: title=assert_any and the assertions of implemented features
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert_any
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#optional-features
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "assert_any accepts one of several values"
// EXPECT: PASS "assert_any passes further arguments on"
// EXPECT: PASS "assert_any refuses all with all their messages"
// EXPECT: FAIL "a feature that must be there" ~ "assert_implements: Clairvoyance is not supported"
// EXPECT: PRECONDITION_FAILED "a feature that may be missing" ~ "Telepathy is optional"
// EXPECT: PRECONDITION_FAILED "a feature that may be missing, in a promise test" ~ "Telepathy is optional"
// EXPECT: PASS "features that are there"
"use strict";

test(() => {
  allPass(
    () => assert_any(assert_equals, 2, [1, 2, 3]),
    () => assert_any(assert_array_equals, [2], [[1], [2]]),
  );
}, "assert_any accepts one of several values");

test(() => {
  allPass(() => assert_any(assert_approx_equals, 2.1, [1, 2], 0.5));
  allFail([
    "assert_approx_equals: near expected 1 +/- 0.5 but got 2.6\n\n" +
      "assert_approx_equals: near expected 2 +/- 0.5 but got 2.6",
    () => assert_any(assert_approx_equals, 2.6, [1, 2], 0.5, "near"),
  ]);
}, "assert_any passes further arguments on");

test(() => {
  allFail([
    "assert_equals: expected 1 but got 4\n\nassert_equals: expected 2 but got 4",
    () => assert_any(assert_equals, 4, [1, 2]),
  ]);
}, "assert_any refuses all with all their messages");

test(() => {
  assert_implements(globalThis.Clairvoyance, "Clairvoyance is not supported");
}, "a feature that must be there");

test(() => {
  assert_implements_optional(globalThis.Telepathy, "Telepathy is optional");
}, "a feature that may be missing");

promise_test(async () => {
  assert_implements_optional(globalThis.Telepathy, "Telepathy is optional");
}, "a feature that may be missing, in a promise test");

test(() => {
  assert_implements(1, "truth is enough");
  assert_implements_optional("yes", "truth is enough");
}, "features that are there");
