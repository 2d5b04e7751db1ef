// META: title=Ten thousand subtests
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#synchronous-tests
// META: timeout=long
// EXPECT: OK
// EXPECT-COUNT: PASS 10000
"use strict";

for (let i = 0; i < 10000; i++) test(() => assert_equals(i, i), `subtest ${i}`);
