// META: title=Cleanups
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#cleanup
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "a passing test with cleanups"
// EXPECT: PASS "they ran after the test, in the order they were added"
// EXPECT: FAIL "a failing test with a cleanup" ~ "broken on purpose"
// EXPECT: PASS "it ran after the failure"
// EXPECT: PASS "an asynchronous test with a cleanup"
// EXPECT: PASS "a promise test with asynchronous cleanups"
// EXPECT: PASS "they were started together and both awaited"
// EXPECT: PASS "the result is known to a cleanup"
"use strict";

const log = [];

test((t) => {
  t.add_cleanup(() => {
    log.push("first");
  });
  t.add_cleanup(() => {
    log.push("second");
  });
  log.push("body");
}, "a passing test with cleanups");

test(() => {
  sameList(log, ["body", "first", "second"]);
}, "they ran after the test, in the order they were added");

test((t) => {
  t.add_cleanup(() => {
    log.push("after failure");
  });
  throw new Error("broken on purpose");
}, "a failing test with a cleanup");

test(() => {
  sameList(log.slice(-1), ["after failure"]);
}, "it ran after the failure");

async_test((t) => {
  t.add_cleanup(() => {
    log.push("asynchronous");
  });
  Promise.resolve().then(() => {
    const before = log.includes("asynchronous");
    t.done();
    if (before || !log.includes("asynchronous")) {
      throw new Error("the cleanup did not run in done()");
    }
  });
}, "an asynchronous test with a cleanup");

promise_test(async (t) => {
  const slow = async (name) => {
    log.push(`${name} begins`);
    for (let i = 0; i < 10; i += 1) {
      await undefined;
    }
    log.push(`${name} ends`);
  };
  t.add_cleanup(() => slow("one"));
  t.add_cleanup(() => slow("two"));
}, "a promise test with asynchronous cleanups");

promise_test(async () => {
  sameList(log.slice(-4), ["one begins", "two begins", "one ends", "two ends"]);
}, "they were started together and both awaited");

async_test((t) => {
  t.add_cleanup(() => {
    sameList([t.status, t.message, t.phase], [t.PASS, null, t.phases.CLEANING]);
  });
  t.done();
}, "the result is known to a cleanup");
