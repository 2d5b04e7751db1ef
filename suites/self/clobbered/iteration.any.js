// META: title=Iteration is broken
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "after"
// EXPECT: FAIL "a failure" ~ "two is not three"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a promise test that fails" ~ "four is not five"
"use strict";

test(() => {}, "before");

const replaced = () => {
  throw new Error("a replaced iterator was used");
};
[Array, String, Map, Set].forEach(({ prototype }) => {
  Object.getPrototypeOf(
    Reflect.apply(prototype[Symbol.iterator], new prototype.constructor(), []),
  ).next = replaced;
  prototype[Symbol.iterator] = replaced;
});

test(() => {}, "after");
test(() => assert_equals(2, 3, "two is not three"), "a failure");
promise_test(async () => {
  await null;
}, "a promise test");
promise_test(async () => {
  await null;
  assert_equals(4, 5, "four is not five");
}, "a promise test that fails");
