// META: title=step_wait() and its relatives
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#timers-in-tests
// META: script=resources/judge.js
// META: requires=timers
// EXPECT: OK
// EXPECT: PASS "step_wait() gives a promise for the condition"
// EXPECT: PASS "the condition may give a promise"
// EXPECT: PASS "step_wait_func() calls the function once the condition is met"
// EXPECT: PASS "step_wait_func_done() ends the test"
// EXPECT: PASS "step_wait_func_done() needs no function"
// EXPECT: FAIL "a condition that is never met" ~ "step_wait_func: never Timed out waiting on condition"
// EXPECT: FAIL "a condition that throws" ~ "broken on purpose"
// EXPECT: FAIL "a condition that rejects" ~ "assert_unreached: step_wait_func Reached unreachable code"
"use strict";

promise_test(async (t) => {
  let polls = 0;
  await t.step_wait(() => ++polls === 3, "third time", 5000, 1);
  sameList([polls], [3]);
}, "step_wait() gives a promise for the condition");

promise_test(async (t) => {
  let polls = 0;
  await t.step_wait(async () => ++polls === 2, "second time", 5000, 1);
  sameList([polls], [2]);
}, "the condition may give a promise");

async_test((t) => {
  let met = false;
  t.step_wait_func(
    () => met,
    () => {
      sameList([met], [true]);
      t.done();
    },
    "met",
    5000,
    1,
  );
  t.step_timeout(() => {
    met = true;
  }, 1);
}, "step_wait_func() calls the function once the condition is met");

async_test((t) => {
  let called = false;
  t.add_cleanup(() => sameList([called, t.status], [true, t.PASS]));
  t.step_wait_func_done(
    () => true,
    () => {
      called = true;
    },
  );
}, "step_wait_func_done() ends the test");

async_test((t) => t.step_wait_func_done(() => true), "step_wait_func_done() needs no function");

promise_test((t) => t.step_wait(() => false, "never", 20, 5), "a condition that is never met");

async_test((t) => {
  t.step_wait_func(
    () => {
      throw new Error("broken on purpose");
    },
    () => {},
  );
}, "a condition that throws");

promise_test((t) => t.step_wait(() => Promise.reject("no")), "a condition that rejects");
