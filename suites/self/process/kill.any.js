// META: title=The process kills itself by a signal that cannot be caught
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=process-abort
// META: script=/self/resources/process.js
// EXPECT: CRASH ~ "signal"
// EXPECT: PASS "before"
"use strict";

test(() => {}, "before");
killProcess("SIGKILL");
