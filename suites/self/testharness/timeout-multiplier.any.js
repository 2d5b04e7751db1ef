// META: title=timeout_multiplier lengthens what tests wait for
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// META: requires=timers
// EXPECT: OK
// EXPECT: PASS "step_wait() polls for longer"
"use strict";

setup({ timeout_multiplier: 3 });

promise_test((t) => {
  let polls = 0;
  return new Promise((resolve) => {
    // Two polls after the first fit into 2 ms; six into three times as long.
    t.step_wait_func(() => ++polls === 7, resolve, "the seventh poll", 2, 1);
  });
}, "step_wait() polls for longer");
