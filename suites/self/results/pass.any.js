// META: title=Subtests of every kind that pass
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// EXPECT: OK
// EXPECT: PASS "a synchronous test"
// EXPECT: PASS "an asynchronous test"
// EXPECT: PASS "a promise test"
"use strict";

test(() => assert_equals(1 + 1, 2), "a synchronous test");

async_test((t) => {
  Promise.resolve().then(t.step_func_done(() => assert_true(true)));
}, "an asynchronous test");

promise_test(async () => {
  assert_equals(await Promise.resolve(3), 3);
}, "a promise test");
