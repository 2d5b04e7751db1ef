// META: title=A file that is one test and throws
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#single-page-tests
// EXPECT: OK
// EXPECT-COUNT: FAIL 1
"use strict";

setup({ single_test: true });
assert_true(false, "the only test of this file");
