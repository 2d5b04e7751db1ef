// META: title=A META script is evaluated before the test
// META: spec=https://web-platform-tests.org/writing-tests/testharness.html#including-other-javascript-files
// META: script=resources/helper.js
"use strict";

test(() => assert_equals(SMOKE_GREETING, "hello from the helper"), "its const is visible");
test(() => assert_equals(smokeDouble(21), 42), "its function can be called");
