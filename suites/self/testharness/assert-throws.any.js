// META: title=assert_throws_js and assert_throws_exactly
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert_throws_js
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert_throws_exactly
// META: requires=error-constructors
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "assert_throws_js accepts an error of the very constructor"
// EXPECT: PASS "assert_throws_js refuses a function that returns"
// EXPECT: PASS "assert_throws_js refuses other errors, subclasses among them"
// EXPECT: PASS "assert_throws_js refuses what is no error"
// EXPECT: PASS "assert_throws_js refuses a constructor of something else"
// EXPECT: PASS "assert_throws_exactly accepts the very value"
// EXPECT: PASS "assert_throws_exactly refuses another value"
// EXPECT: PASS "a failed assertion inside keeps its message"
// EXPECT: FAIL "a function that gives a rejected promise throws nothing" ~ "did not throw"
"use strict";

const thrower = (value) => () => {
  throw value;
};
class OwnError extends Error {
  name = "OwnError";
}

// Runtimes show functions differently: only what stands behind the function's text is compared.
function failures(...rows) {
  for (const [end, call] of rows) {
    const message = failureOf(call);
    if (message === null || !message.startsWith("assert_throws_") || !message.includes(end)) {
      throw new Error(`${call} failed with ${message}, not with ... ${end}`);
    }
  }
}

test(() => {
  allPass(
    () => assert_throws_js(TypeError, () => null.property),
    () => assert_throws_js(Error, thrower(new Error("any message"))),
    () => assert_throws_js(OwnError, thrower(new OwnError())),
  );
}, "assert_throws_js accepts an error of the very constructor");

test(() => {
  failures(["assert_throws_js: quiet function", () => assert_throws_js(Error, () => {}, "quiet")]);
  failures(['" did not throw', () => assert_throws_js(Error, () => {})]);
}, "assert_throws_js refuses a function that returns");

test(() => {
  failures(
    [
      'threw object "TypeError: t" ("TypeError") expected instance of function',
      () => assert_throws_js(RangeError, thrower(new TypeError("t"))),
    ],
    [
      '("TypeError") expected instance of function',
      () => assert_throws_js(Error, thrower(new TypeError("t"))),
    ],
    [
      '("renamed") expected instance of function',
      () =>
        assert_throws_js(TypeError, thrower(Object.assign(new TypeError(), { name: "renamed" }))),
    ],
    ['("OwnError")', () => assert_throws_js(OwnError, thrower(new TypeError("t")))],
  );
}, "assert_throws_js refuses other errors, subclasses among them");

test(() => {
  failures(
    [
      'threw "text" with type "string", not an object',
      () => assert_throws_js(Error, thrower("text")),
    ],
    ['threw undefined with type "undefined"', () => assert_throws_js(Error, thrower(undefined))],
    ["threw null, not an object", () => assert_throws_js(Error, thrower(null))],
  );
}, "assert_throws_js refuses what is no error");

test(() => {
  failures(
    [
      'object "[object Object]" is not a constructor',
      () => assert_throws_js({}, thrower(new Error())),
    ],
    ["is not an Error subtype", () => assert_throws_js(Object, thrower({}))],
  );
}, "assert_throws_js refuses a constructor of something else");

test(() => {
  const error = new Error();
  allPass(
    () => assert_throws_exactly(error, thrower(error)),
    () => assert_throws_exactly(NaN, thrower(NaN)),
    () => assert_throws_exactly(undefined, thrower(undefined)),
  );
}, "assert_throws_exactly accepts the very value");

test(() => {
  failures(
    ["threw 1 but we expected it to throw 2", () => assert_throws_exactly(2, thrower(1))],
    [
      'threw object "Error: same" but we expected it to throw object "Error: same"',
      () => assert_throws_exactly(new Error("same"), thrower(new Error("same"))),
    ],
    ['" did not throw', () => assert_throws_exactly(undefined, () => {})],
  );
}, "assert_throws_exactly refuses another value");

test(() => {
  const fails = () => assert_equals(1, 2, "inner");
  allFail(
    ["assert_equals: inner expected 2 but got 1", () => assert_throws_js(Error, fails)],
    ["assert_equals: inner expected 2 but got 1", () => assert_throws_exactly(1, fails)],
  );
}, "a failed assertion inside keeps its message");

test(() => {
  assert_throws_js(Error, () => {
    const rejected = Promise.reject(new Error());
    rejected.catch(() => {});
    return rejected;
  });
}, "a function that gives a rejected promise throws nothing");
