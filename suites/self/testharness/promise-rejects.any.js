// META: title=promise_rejects_js, promise_rejects_dom and promise_rejects_exactly
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#promise-rejection
// META: requires=error-constructors
// EXPECT: OK
// EXPECT: PASS "the expected rejections"
// EXPECT: PASS "they give a promise for undefined"
// EXPECT: PASS "any thenable will do"
// EXPECT: FAIL "promise_rejects_js: another error" ~ "expected instance of"
// EXPECT: FAIL "promise_rejects_js: fulfilled" ~ "assert_unreached: Should have rejected: too good Reached unreachable code"
// EXPECT: FAIL "promise_rejects_dom: another exception" ~ "property \"code\" is equal to 20, expected 12"
// EXPECT: FAIL "promise_rejects_dom: the wrong global" ~ "from the wrong global"
// EXPECT: FAIL "promise_rejects_dom: fulfilled" ~ "Should have rejected: too good"
// EXPECT: FAIL "promise_rejects_exactly: another value" ~ "promise_rejects_exactly: same"
// EXPECT: FAIL "promise_rejects_exactly: fulfilled" ~ "Should have rejected: undefined"
// EXPECT: PASS "a failed assertion keeps its message"
"use strict";

// A class of our own in the place of another global's, so that engines without one can run this.
const Foreign = (() => {
  class DOMException extends Error {}
  return DOMException;
})();
const exception = (name, code) => Object.assign(new Foreign(), { name, code });
const rejected = (reason) => Promise.reject(reason);

promise_test(async (t) => {
  const reason = {};
  await promise_rejects_js(t, TypeError, rejected(new TypeError()));
  await promise_rejects_dom(t, "AbortError", Foreign, rejected(exception("AbortError", 20)));
  await promise_rejects_exactly(t, reason, rejected(reason));
  await promise_rejects_exactly(t, undefined, rejected());
}, "the expected rejections");

promise_test(async (t) => {
  assert_equals(await promise_rejects_js(t, TypeError, rejected(new TypeError())), undefined);
}, "they give a promise for undefined");

promise_test(async (t) => {
  const thenable = {
    then(_, reject) {
      reject(new RangeError());
    },
  };
  await promise_rejects_js(t, RangeError, thenable);
}, "any thenable will do");

promise_test((t) => {
  return promise_rejects_js(t, TypeError, rejected(new RangeError("r")));
}, "promise_rejects_js: another error");

promise_test((t) => {
  return promise_rejects_js(t, TypeError, Promise.resolve(), "too good");
}, "promise_rejects_js: fulfilled");

promise_test((t) => {
  return promise_rejects_dom(t, "SyntaxError", Foreign, rejected(exception("AbortError", 20)));
}, "promise_rejects_dom: another exception");

promise_test((t) => {
  return promise_rejects_dom(t, "AbortError", rejected(exception("AbortError", 20)));
}, "promise_rejects_dom: the wrong global");

promise_test((t) => {
  return promise_rejects_dom(t, "AbortError", Promise.resolve(), "too good");
}, "promise_rejects_dom: fulfilled");

promise_test((t) => {
  return promise_rejects_exactly(t, 1, rejected(2), "same");
}, "promise_rejects_exactly: another value");

promise_test((t) => {
  return promise_rejects_exactly(t, 1, Promise.resolve(1));
}, "promise_rejects_exactly: fulfilled");

promise_test((t) => {
  const inner = async () => assert_true(false, "inner");
  return promise_rejects_js(t, Error, inner()).then(
    () => assert_unreached("it must reject"),
    (e) => assert_equals(e.message, "assert_true: inner expected true got false"),
  );
}, "a failed assertion keeps its message");
