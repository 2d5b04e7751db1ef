// META: title=promise_setup() with a function that gives no promise
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// EXPECT: ERROR ~ "Non-thenable returned by function passed to `promise_setup`"
// EXPECT: NOTRUN "needs the setup"
"use strict";

promise_setup(() => "done already");
promise_test(async () => {}, "needs the setup");
