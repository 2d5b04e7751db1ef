// META: title=promise_setup() rejects
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// EXPECT: ERROR ~ "nothing to wait for"
// EXPECT: NOTRUN "needs the setup"
"use strict";

promise_setup(async () => {
  throw new Error("nothing to wait for");
});
promise_test(async () => {}, "needs the setup");
