// META: title=The process aborts
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=process-abort
// META: script=/self/resources/process.js
// EXPECT: CRASH ~ "signal"
// EXPECT: PASS "before"
"use strict";

test(() => {}, "before");
abortProcess();
