// META: title=Object.prototype has getters named like results
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "after"
// EXPECT: FAIL "a failure" ~ "two is not three"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a promise test that fails" ~ "four is not five"
"use strict";

test(() => {}, "before");

// Without a setter, an assignment to an inherited name fails.
for (const key of ["index", "message", "name", "phase", "properties", "stack", "status", "type"]) {
  Object.defineProperty(Object.prototype, key, {
    get: () => "inherited",
    configurable: true,
  });
}
Object.defineProperty(Object.prototype, "toJSON", {
  get() {
    throw new Error("a getter of Object.prototype was called");
  },
  configurable: true,
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
