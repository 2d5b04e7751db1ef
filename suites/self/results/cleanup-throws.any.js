// META: title=A cleanup that throws ends the run
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#cleanup
// EXPECT: ERROR ~ "cleanup"
// EXPECT: PASS "leaves something behind"
// EXPECT: NOTRUN "would find what was left behind"
"use strict";

promise_test(async (t) => {
  t.add_cleanup(() => {
    throw new Error("cannot be cleaned up");
  });
}, "leaves something behind");

promise_test(async () => {}, "would find what was left behind");
