// META: title=A synchronous test runs
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#synchronous-tests
"use strict";

test(() => assert_equals([1, 2, 3].map((n) => n * n).join(), "1,4,9"), "the runtime computes");
