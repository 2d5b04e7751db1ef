// META: title=A file that announces done() and never calls it
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=idle
// EXPECT: TIMEOUT ~ "idle"
// EXPECT: PASS "every subtest passes"
"use strict";

setup({ explicit_done: true });
test(() => {}, "every subtest passes");
