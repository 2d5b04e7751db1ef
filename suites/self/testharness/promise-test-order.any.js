// META: title=Promise tests run one after the other
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#promise-tests
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "the first promise test begins after the script"
// EXPECT: PASS "a later synchronous test is run before it"
// EXPECT: PASS "the second waits for the first"
// EXPECT: PASS "the third waits for the cleanups of the second"
// EXPECT: FAIL "a failure does not break the sequence" ~ "broken on purpose"
// EXPECT: PASS "the fifth comes after the fourth"
// EXPECT: PASS "one that is defined by another comes last"
// EXPECT: PASS "the defining one"
"use strict";

const log = [];
const turns = async (count) => {
  for (let i = 0; i < count; i += 1) {
    await undefined;
  }
};

promise_test(async () => {
  sameList(log, ["synchronous", "script"]);
  log.push("1");
  await turns(20);
  log.push("1 ends");
}, "the first promise test begins after the script");

test(() => {
  sameList(log, []);
  log.push("synchronous");
}, "a later synchronous test is run before it");

promise_test(async (t) => {
  sameList(log.slice(-2), ["1", "1 ends"]);
  t.add_cleanup(async () => {
    await turns(20);
    log.push("2 is clean");
  });
}, "the second waits for the first");

promise_test(async () => {
  sameList(log.slice(-1), ["2 is clean"]);
}, "the third waits for the cleanups of the second");

promise_test(async () => {
  await turns(5);
  log.push("4");
  throw new Error("broken on purpose");
}, "a failure does not break the sequence");

promise_test(async () => {
  sameList(log.slice(-1), ["4"]);
}, "the fifth comes after the fourth");

promise_test(async () => {
  promise_test(async () => {
    sameList(log.slice(-1), ["defined"]);
  }, "one that is defined by another comes last");
  await turns(5);
  log.push("defined");
}, "the defining one");

log.push("script");
