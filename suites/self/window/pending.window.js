// META: title=A promise test in a page that never settles
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#promise-tests
// EXPECT: TIMEOUT ~ "not done after"
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "never settles"
// EXPECT: NOTRUN "waits for its turn"
"use strict";

promise_test(async () => {}, "before");
promise_test(() => new Promise(() => {}), "never settles");
promise_test(async () => {}, "waits for its turn");
