// META: title=The test API itself is replaced after use
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "after"
// EXPECT: FAIL "a failure" ~ "two is not three"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a promise test that fails" ~ "four is not five"
"use strict";

test(() => {}, "before");

// Taken first: a test file may keep what it was given and still ruin the rest.
const given = { test, promise_test, assert_equals };
for (const name of ["test", "promise_test", "assert_equals", "done", "setup", "timeout"]) {
  globalThis[name] = () => {
    throw new Error("a replaced function of the test API was called");
  };
}
for (const name of ["add_result_callback", "add_completion_callback"]) delete globalThis[name];

given.test(() => {}, "after");
given.test(() => given.assert_equals(2, 3, "two is not three"), "a failure");
given.promise_test(async () => {
  await null;
}, "a promise test");
given.promise_test(async () => {
  await null;
  given.assert_equals(4, 5, "four is not five");
}, "a promise test that fails");
