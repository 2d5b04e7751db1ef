// META: title=Exit with a code other than 0
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=process-exit
// META: script=/self/resources/process.js
// EXPECT: CRASH ~ "code 3"
// EXPECT: PASS "before"
"use strict";

test(() => {}, "before");
exitProcess(3);
