// META: title=A synchronous test in a file with promise_setup()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// EXPECT: ERROR ~ "promise_setup"
// EXPECT: NOTRUN "knows how to wait"
"use strict";

promise_setup(async () => {});
promise_test(async () => {}, "knows how to wait");
test(() => {}, "does not wait for the setup");
