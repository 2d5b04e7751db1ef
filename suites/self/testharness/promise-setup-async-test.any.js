// META: title=async_test() in a file with promise_setup()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// EXPECT: ERROR ~ "`async_test` invoked after `promise_setup`"
"use strict";

promise_setup(async () => {});
async_test((t) => t.done(), "would not wait for the setup");
