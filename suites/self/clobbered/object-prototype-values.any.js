// META: title=Object.prototype has properties named like results and settings
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "after"
// EXPECT: FAIL "a failure" ~ "two is not three"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a promise test that fails" ~ "four is not five"
"use strict";

test(() => {}, "before");

// What a settings or descriptor object inherits must not be taken for its own.
Object.assign(Object.prototype, {
  allow_uncaught_exception: true,
  explicit_done: true,
  message: "inherited",
  name: "inherited",
  phase: 4,
  single_test: true,
  stack: "inherited",
  status: 0,
  type: "inherited",
  toJSON: () => "inherited",
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
