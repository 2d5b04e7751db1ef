// META: title=Nothing more happens, and tests have not ended
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#harness-timeout
// EXPECT: TIMEOUT
// EXPECT: PASS "has ended"
// EXPECT: FAIL "has failed" ~ "broken on purpose"
// EXPECT: TIMEOUT "asynchronous, never done" ~ "Test timed out"
// EXPECT: NOTRUN "asynchronous, without a step"
// EXPECT: TIMEOUT "a promise that never settles" ~ "Test timed out"
// EXPECT: NOTRUN "behind it in the sequence"
"use strict";

test(() => {}, "has ended");
test(() => {
  throw new Error("broken on purpose");
}, "has failed");
async_test(() => {}, "asynchronous, never done");
async_test("asynchronous, without a step");
promise_test(() => new Promise(() => {}), "a promise that never settles");
promise_test(async () => {}, "behind it in the sequence");
