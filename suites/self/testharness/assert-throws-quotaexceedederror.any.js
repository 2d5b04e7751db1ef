// META: title=assert_throws_quotaexceedederror and promise_rejects_quotaexceedederror
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert-functions
// META: spec=https://webidl.spec.whatwg.org/#quotaexceedederror
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "the amounts may be unknown, given or judged by a function"
// EXPECT: PASS "other amounts are refused"
// EXPECT: PASS "other errors are refused"
// EXPECT: PASS "without a constructor it is this global's QuotaExceededError"
// EXPECT: PASS "an expected rejection"
// EXPECT: FAIL "an unexpected rejection" ~ "promise_rejects_quotaexceedederror: why"
// EXPECT: FAIL "no rejection" ~ "Should have rejected: why"
"use strict";

// A class of our own in the place of another global's: few runtimes have theirs yet.
const Foreign = (() => {
  class QuotaExceededError extends Error {
    name = "QuotaExceededError";
    constructor(requested = null, quota = null) {
      super("");
      this.requested = requested;
      this.quota = quota;
    }
  }
  return QuotaExceededError;
})();
const thrower = (error) => () => {
  throw error;
};
const refuses = (part, ...args) => {
  const message = failureOf(() => assert_throws_quotaexceedederror(...args));
  if (message === null || !message.includes(part)) {
    throw new Error(`failed with ${message}, not with ... ${part}`);
  }
};

test(() => {
  const large = (amount) => amount > 5;
  allPass(
    () => assert_throws_quotaexceedederror(Foreign, thrower(new Foreign()), null, null),
    () => assert_throws_quotaexceedederror(Foreign, thrower(new Foreign(9, 5)), 9, 5),
    () => assert_throws_quotaexceedederror(Foreign, thrower(new Foreign(9, 8)), large, large),
  );
}, "the amounts may be unknown, given or judged by a function");

test(() => {
  const thrown = thrower(new Foreign(9, 5));
  refuses('"requested" is 9, expected 8', Foreign, thrown, 8, 5);
  refuses('"quota" is 5, expected null', Foreign, thrown, 9, null);
  refuses('"quota" is 5', Foreign, thrown, 9, (amount) => amount > 5);
}, "other amounts are refused");

test(() => {
  class Sub extends Foreign {}
  const renamed = Object.assign(new Foreign(), { name: "DataError" });
  refuses("did not throw", Foreign, () => {}, null, null);
  refuses('with type "string", not an object', Foreign, thrower("quota"), null, null);
  refuses("expected instance of", Foreign, thrower(new Error("quota")), null, null);
  refuses("expected instance of", Foreign, thrower(new Sub()), null, null);
  refuses('("DataError")', Foreign, thrower(renamed), null, null);
}, "other errors are refused");

test(() => {
  refuses("quota function", () => {}, null, null, "quota");
  refuses("expected instance of", thrower(new Foreign()), null, null);
  refuses("too many arguments", thrower(new Foreign()), null, null, "description", "another");
}, "without a constructor it is this global's QuotaExceededError");

promise_test((t) => {
  const promise = Promise.reject(new Foreign(2, 1));
  return promise_rejects_quotaexceedederror(t, Foreign, promise, 2, 1);
}, "an expected rejection");

promise_test((t) => {
  const promise = Promise.reject(new Foreign(2, 1));
  return promise_rejects_quotaexceedederror(t, Foreign, promise, 3, 1, "why");
}, "an unexpected rejection");

promise_test((t) => {
  return promise_rejects_quotaexceedederror(t, Promise.resolve(), null, null, "why");
}, "no rejection");
