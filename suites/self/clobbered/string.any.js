// META: title=Methods of String.prototype and RegExp.prototype are replaced
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
  throw new Error("a replaced method of strings was called");
};
for (const { prototype } of [String, RegExp]) {
  for (const key of Reflect.ownKeys(prototype)) {
    // Has a file of its own.
    if (key === "concat") continue;
    const { writable, value } = Object.getOwnPropertyDescriptor(prototype, key);
    if (writable && typeof value === "function" && key !== "constructor") {
      prototype[key] = replaced;
    }
  }
}
globalThis.String = replaced;

test(() => {}, "after");
test(() => assert_equals(2, 3, "two is not three"), "a failure");
promise_test(async () => {
  await null;
}, "a promise test");
promise_test(async () => {
  await null;
  assert_equals(4, 5, "four is not five");
}, "a promise test that fails");
