// META: title=step_timeout()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#timers-in-tests
// META: script=resources/judge.js
// META: requires=timers
// EXPECT: OK
// EXPECT: PASS "runs a step later, with arguments"
// EXPECT: PASS "the global function runs a function later, with arguments"
// EXPECT: FAIL "a failure in the step" ~ "assert_true: later expected true got false"
// EXPECT: PASS "a longer time is a later time"
"use strict";

async_test((t) => {
  let later = false;
  t.step_timeout(
    function (...args) {
      sameList([later, this, ...args], [true, t, 1, 2]);
      t.done();
    },
    0,
    1,
    2,
  );
  later = true;
}, "runs a step later, with arguments");

promise_test(async () => {
  const args = await new Promise((resolve) => {
    step_timeout((...values) => resolve(values), 0, "a", "b");
  });
  sameList(args, ["a", "b"]);
}, "the global function runs a function later, with arguments");

async_test((t) => {
  t.step_timeout(() => assert_true(false, "later"), 0);
}, "a failure in the step");

promise_test(async (t) => {
  const log = [];
  const wait = (name, delay) =>
    new Promise((resolve) => {
      t.step_timeout(() => {
        log.push(name);
        resolve();
      }, delay);
    });
  await Promise.all([wait("long", 200), wait("short", 1)]);
  sameList(log, ["short", "long"]);
}, "a longer time is a later time");
