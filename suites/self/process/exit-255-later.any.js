// META: title=Exit in a microtask, after the script itself has ended well
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=process-exit
// META: script=/self/resources/process.js
// EXPECT: CRASH ~ "code 255"
// EXPECT: PASS "before"
"use strict";

setup({ explicit_done: true });
test(() => {}, "before");
Promise.resolve().then(() => exitProcess(255));
