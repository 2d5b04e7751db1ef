// META: title=done() in a file without any subtest
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// EXPECT: ERROR
"use strict";

setup({ explicit_done: true });
done();
