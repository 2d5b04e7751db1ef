// META: title=A promise test that never settles, with nothing left to run
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#promise-tests
// META: requires=idle
// EXPECT: TIMEOUT ~ "idle"
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "never settles"
// EXPECT: NOTRUN "waits for its turn"
"use strict";

promise_test(async () => {}, "before");
promise_test(() => new Promise(() => {}), "never settles");
promise_test(async () => {}, "waits for its turn");
