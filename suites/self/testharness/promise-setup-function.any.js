// META: title=promise_setup() without a function
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// EXPECT: ERROR ~ "`promise_setup` invoked without a function"
// EXPECT: NOTRUN "needs the setup"
"use strict";

promise_test(async () => {}, "needs the setup");
promise_setup({ explicit_done: true });
