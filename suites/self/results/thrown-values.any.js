// META: title=Subtests that throw something other than a failed assertion
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#synchronous-tests
// EXPECT: OK
// EXPECT: FAIL "an Error" ~ "thrown by the test"
// EXPECT: FAIL "a string" ~ "just a string"
// EXPECT: FAIL "a number" ~ "42"
// EXPECT: FAIL "null" ~ "null"
// EXPECT: FAIL "undefined" ~ "undefined"
// EXPECT: FAIL "a symbol" ~ "Symbol(thrown)"
// EXPECT: FAIL "an object without prototype"
// EXPECT: FAIL "an error whose message throws"
// EXPECT: FAIL "an error whose stack throws"
// EXPECT: FAIL "a revoked proxy"
// EXPECT: PASS "the harness goes on"
"use strict";

const thrower = (value) => () => {
  throw value;
};
const withGetter = (key) =>
  Object.defineProperty(new Error("hostile"), key, {
    get() {
      throw new Error("no way to read it");
    },
  });
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();

test(thrower(new Error("thrown by the test")), "an Error");
test(thrower("just a string"), "a string");
test(thrower(42), "a number");
test(thrower(null), "null");
test(thrower(undefined), "undefined");
test(thrower(Symbol("thrown")), "a symbol");
test(thrower(Object.create(null)), "an object without prototype");
test(thrower(withGetter("message")), "an error whose message throws");
test(thrower(withGetter("stack")), "an error whose stack throws");
test(thrower(proxy), "a revoked proxy");
test(() => assert_true(true), "the harness goes on");
