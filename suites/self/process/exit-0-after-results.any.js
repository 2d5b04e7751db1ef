// META: title=Exit with code 0 after subtests that passed
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=process-exit
// META: script=/self/resources/process.js
// EXPECT: CRASH ~ "exited with code 0 before reporting completion"
// EXPECT: PASS "a test that passed"
// EXPECT: FAIL "a test that failed" ~ "as it should"
"use strict";

test(() => {}, "a test that passed");
test(() => assert_unreached("as it should"), "a test that failed");
exitProcess(0);
