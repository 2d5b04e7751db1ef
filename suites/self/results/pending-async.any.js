// META: title=Asynchronous tests that are never done, with nothing left to run
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#asynchronous-tests
// META: requires=idle
// EXPECT: TIMEOUT ~ "idle"
// EXPECT: TIMEOUT "started"
// EXPECT: NOTRUN "without any step"
// EXPECT: PASS "after"
"use strict";

async_test(() => {}, "started");
async_test("without any step");
test(() => {}, "after");
