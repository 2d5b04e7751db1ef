// META: title=Exit with code 0 before any subtest
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=process-exit
// META: script=/self/resources/process.js
// EXPECT: CRASH ~ "exited with code 0 before reporting completion"
"use strict";

exitProcess(0);
test(() => {}, "never made");
