// META: title=The stack of a failed assertion
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#test-objects
// META: requires=own-location
// EXPECT: OK
// EXPECT: FAIL "fails in a function with a name" ~ "assert_equals: expected 2 but got 1"
// EXPECT: PASS "its stack begins where the test called the assertion"
"use strict";

const failing = async_test("fails in a function with a name");
failing.step(function callerOfTheAssertion() {
  assert_equals(1, 2);
});

test(() => {
  const [first] = failing.stack.split("\n");
  // Not every engine has stacks.
  if (first !== "(Stack trace unavailable)") {
    assert_regexp_match(first, /callerOfTheAssertion/);
  }
}, "its stack begins where the test called the assertion");
