// META: title=What decides the result of a promise test
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#promise-tests
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "its function gets the Test object, also as this"
// EXPECT: PASS "any thenable will do"
// EXPECT: FAIL "a thenable that rejects" ~ "promise_test: Unhandled rejection with value: \"reason\""
// EXPECT: FAIL "an error rejects" ~ "promise_test: Unhandled rejection with value: object \"TypeError: broken\""
// EXPECT: FAIL "an assertion keeps its message" ~ "assert_equals: deep expected 2 but got 1"
// EXPECT: FAIL "a function that throws at once" ~ "not even a promise"
// EXPECT: FAIL "a function that returns nothing" ~ "promise_test: test body must return a 'thenable' object (received undefined)"
// EXPECT: FAIL "a function that returns another object" ~ "received an object with no `then` method"
// EXPECT: FAIL "a failed step decides, even if the promise never settles" ~ "assert_unreached: step Reached unreachable code"
// EXPECT: PASS "done() decides, even if the promise never settles"
// EXPECT: TIMEOUT "force_timeout() decides, even if the promise never settles"
// EXPECT: PASS "a rejection after done() is of no interest"
"use strict";

const never = () => new Promise(() => {});

promise_test(async function (t) {
  sameList([this === t, t.name], [true, "its function gets the Test object, also as this"]);
}, "its function gets the Test object, also as this");

promise_test(() => ({ then: (resolve) => resolve("value") }), "any thenable will do");

promise_test(() => ({ then: (_, reject) => reject("reason") }), "a thenable that rejects");

promise_test(async () => {
  throw new TypeError("broken");
}, "an error rejects");

promise_test(async () => {
  await undefined;
  assert_equals(1, 2, "deep");
}, "an assertion keeps its message");

promise_test(() => {
  throw new Error("not even a promise");
}, "a function that throws at once");

promise_test(() => {}, "a function that returns nothing");

promise_test(() => ({}), "a function that returns another object");

promise_test((t) => {
  Promise.resolve().then(t.unreached_func("step"));
  return never();
}, "a failed step decides, even if the promise never settles");

promise_test((t) => {
  Promise.resolve().then(() => t.done());
  return never();
}, "done() decides, even if the promise never settles");

promise_test((t) => {
  Promise.resolve().then(() => t.force_timeout());
  return never();
}, "force_timeout() decides, even if the promise never settles");

promise_test(async (t) => {
  t.done();
  throw new Error("too late to matter");
}, "a rejection after done() is of no interest");
