// META: title=Subtests of every kind that fail
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#making-assertions
// EXPECT: OK
// EXPECT: FAIL "an assertion in a synchronous test" ~ "two is not three"
// EXPECT: FAIL "an assertion in a later step" ~ "seen too late"
// EXPECT: FAIL "a step that must not be reached" ~ "must not be reached"
// EXPECT: FAIL "an assertion after an await" ~ "four is not five"
// EXPECT: FAIL "a rejected promise" ~ "rejected on purpose"
// EXPECT: FAIL "a promise test without a promise" ~ "thenable"
// EXPECT: PASS "a test between and after failing ones"
"use strict";

test(() => assert_equals(2, 3, "two is not three"), "an assertion in a synchronous test");

async_test((t) => {
  Promise.resolve().then(t.step_func(() => assert_unreached("seen too late")));
}, "an assertion in a later step");

async_test((t) => {
  Promise.resolve().then(t.unreached_func("must not be reached"));
}, "a step that must not be reached");

promise_test(async () => {
  await null;
  assert_equals(4, 5, "four is not five");
}, "an assertion after an await");

promise_test(() => Promise.reject(new Error("rejected on purpose")), "a rejected promise");

promise_test(() => undefined, "a promise test without a promise");

promise_test(async () => {}, "a test between and after failing ones");
