// META: title=A cleanup that rejects ends the file
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#cleanup
// EXPECT: ERROR ~ "Test named 'two of three cleanups fail' specified 3 'cleanup' functions, and 2 failed."
// EXPECT: PASS "two of three cleanups fail"
// EXPECT: NOTRUN "the state is unknown by now"
"use strict";

promise_test(async (t) => {
  t.add_cleanup(() => Promise.reject(new Error("at once")));
  t.add_cleanup(async () => {
    await undefined;
    throw new Error("later");
  });
  t.add_cleanup(async () => {});
}, "two of three cleanups fail");

promise_test(async () => {}, "the state is unknown by now");
