// META: title=A file without any subtest
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// EXPECT: ERROR ~ "no subtests"
"use strict";

const forgotten = () => test(() => {}, "nobody calls the function that makes it");
assert_equals(typeof forgotten, "function");
