// META: title=Error is replaced and stacks are no texts
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "after"
// EXPECT: FAIL "a failure" ~ "two is not three"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a promise test that fails" ~ "four is not five"
"use strict";

test(() => {}, "before");

// One that throws makes some engines unable to construct any error at all; this one gives no text.
Error.prepareStackTrace = () => null;
Error.captureStackTrace = null;
Error.prototype.toString = null;
for (const name of ["Error", "TypeError", "RangeError"]) globalThis[name] = null;

test(() => {}, "after");
test(() => assert_equals(2, 3, "two is not three"), "a failure");
promise_test(async () => {
  await null;
}, "a promise test");
promise_test(async () => {
  await null;
  assert_equals(4, 5, "four is not five");
}, "a promise test that fails");
