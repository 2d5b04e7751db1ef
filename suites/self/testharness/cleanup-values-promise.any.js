// META: title=A cleanup of a promise test that returns another value
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#cleanup
// EXPECT: ERROR ~ "Test named 'not thenable' specified 2 'cleanup' functions, and 1 failed, and 1 returned a non-thenable value."
// EXPECT: PASS "not thenable"
"use strict";

promise_test(async (t) => {
  t.add_cleanup(() => "a string");
  t.add_cleanup(() => {
    throw new Error("all of them run");
  });
}, "not thenable");
