// META: title=Asynchronous tests and their steps
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#asynchronous-tests
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "async_test() runs its function at once and returns its Test object"
// EXPECT: PASS "a test without a function begins with its first step"
// EXPECT: PASS "step() passes arguments and this, and returns the function's value"
// EXPECT: PASS "step_func() passes this and arguments"
// EXPECT: PASS "step_func_done() ends the test"
// EXPECT: PASS "step_func_done() without a function ends the test"
// EXPECT: FAIL "a failed step ends the test" ~ "assert_true: step expected true got false"
// EXPECT: FAIL "a failed step_func_done() is not a success" ~ "Reached unreachable code"
// EXPECT: FAIL "unreached_func() fails when called" ~ "assert_unreached: not here Reached unreachable code"
// EXPECT: PASS "steps after the end are not run"
// EXPECT: PASS "a second done() changes nothing"
// EXPECT: TIMEOUT "force_timeout() before the first step" ~ "Test timed out"
// EXPECT: PASS "asynchronous tests overlap"
// EXPECT: PASS "the other"
"use strict";

let inside = null;
const atOnce = async_test(function (t) {
  inside = [this, t];
}, "async_test() runs its function at once and returns its Test object");
atOnce.step(() => sameList(inside, [atOnce, atOnce]));
atOnce.done();

const unstarted = async_test("a test without a function begins with its first step");
const phases = [unstarted.phase];
unstarted.step(() => {});
phases.push(unstarted.phase);
unstarted.step(() => sameList(phases, [unstarted.phases.INITIAL, unstarted.phases.STARTED]));
unstarted.done();

async_test((t) => {
  const receiver = {};
  const value = t.step(
    function (...args) {
      sameList([this, ...args], [receiver, 1, 2]);
      return "value";
    },
    receiver,
    1,
    2,
  );
  const own = t.step(function () {
    return this;
  });
  sameList([value, own], ["value", t]);
  t.done();
}, "step() passes arguments and this, and returns the function's value");

async_test((t) => {
  const receiver = {};
  const report = function (...args) {
    return [this, ...args];
  };
  sameList(t.step_func(report)(1, 2), [t, 1, 2]);
  sameList(t.step_func(report, receiver)(3), [receiver, 3]);
  t.done();
}, "step_func() passes this and arguments");

async_test((t) => {
  const receiver = {};
  const ended = t.step_func_done(function (...args) {
    sameList([this, ...args], [receiver, 1]);
  }, receiver);
  Promise.resolve().then(() => ended(1));
}, "step_func_done() ends the test");

async_test((t) => {
  Promise.resolve().then(t.step_func_done());
}, "step_func_done() without a function ends the test");

async_test((t) => {
  t.step(() => assert_true(false, "step"));
  t.done();
}, "a failed step ends the test");

async_test((t) => {
  t.step_func_done(() => assert_unreached())();
}, "a failed step_func_done() is not a success");

async_test((t) => {
  Promise.resolve().then(t.unreached_func("not here"));
}, "unreached_func() fails when called");

async_test((t) => {
  t.done();
  sameList([t.step(() => "ran"), t.step_func(() => "ran")()], [undefined, undefined]);
  t.unreached_func("too late to matter")();
}, "steps after the end are not run");

async_test((t) => {
  t.done();
  t.done();
  Promise.resolve().then(t.unreached_func("too late to matter"));
}, "a second done() changes nothing");

async_test("force_timeout() before the first step").force_timeout();

const order = [];
const overlapping = async_test((t) => {
  order.push("one begins");
  t.add_cleanup(() => {
    order.push("one ends");
  });
}, "asynchronous tests overlap");
async_test((t) => {
  order.push("the other begins");
  Promise.resolve().then(t.step_func_done());
  t.add_cleanup(() => {
    order.push("the other ends");
    overlapping.step(() => {
      sameList(order, ["one begins", "the other begins", "the other ends"]);
    });
    overlapping.done();
  });
}, "the other");
