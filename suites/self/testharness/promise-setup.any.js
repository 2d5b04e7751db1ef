// META: title=promise_setup() prepares promise tests
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "waits for the preparations"
// EXPECT: PASS "the second setup waited for the first"
// EXPECT: PASS "its properties count: the file waits for done()"
"use strict";

const log = [];
const prepare = async (name) => {
  for (let i = 0; i < 10; i += 1) {
    await undefined;
  }
  log.push(name);
};

promise_setup(() => {
  log.push("begins");
  return prepare("first");
});
log.push("script");
promise_setup(() => prepare("second"), { explicit_done: true });

promise_test(async () => {
  sameList(log, ["script", "begins", "first", "second"]);
}, "waits for the preparations");

promise_test(async () => {
  sameList(log.slice(-2), ["first", "second"]);
  Promise.resolve()
    .then(() => prepare("long after"))
    .then(() => {
      promise_test(async () => {}, "its properties count: the file waits for done()");
      done();
    });
}, "the second setup waited for the first");
