// META: title=Uncaught errors and rejections that setup() allows
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// META: requires=timers
// META: requires=uncaught-error
// EXPECT: OK
// EXPECT: PASS "goes on after both"
// EXPECT: PASS "made before an error at the top level"
"use strict";

setup({ allow_uncaught_exception: true });

async_test((t) => {
  Promise.reject(new Error("an allowed rejection"));
  setTimeout(() => {
    throw new Error("an allowed error");
  }, 0);
  setTimeout(() => t.done(), 100);
}, "goes on after both");

test(() => {}, "made before an error at the top level");
throw new Error("allowed as well");
