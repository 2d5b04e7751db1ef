// META: title=Exit while a subtest runs and another waits
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#promise-tests
// META: requires=process-exit
// META: script=/self/resources/process.js
// EXPECT: CRASH ~ "code 1"
// EXPECT: PASS "before"
// EXPECT: NOTRUN "takes the process with it" ~ "the process ended"
// EXPECT: NOTRUN "waits for its turn"
"use strict";

promise_test(async () => {}, "before");
promise_test(async () => exitProcess(1), "takes the process with it");
promise_test(async () => {}, "waits for its turn");
