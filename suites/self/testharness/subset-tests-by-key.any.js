// META: title=A variant with part of a file's tests, by key
// META: spec=https://web-platform-tests.org/writing-tests/testharness.html#variants
// META: requires=settable-location
// META: script=resources/query.js
// META: script=/common/subset-tests-by-key.js
// EXPECT: OK
// EXPECT: PASS "of the key"
// EXPECT: PASS "without a key"
// EXPECT: PASS "shouldRunSubTest"
"use strict";

subsetTestByKey("a", promise_test, async () => {}, "of the key");
subsetTestByKey("b", test, () => assert_unreached(), "of another key");
subsetTestByKey("ab", test, () => assert_unreached(), "of a longer key");
subsetTestByKey("", test, () => {}, "without a key");

test(() => {
  assert_array_equals(["a", "b", undefined].map(shouldRunSubTest), [true, false, true]);
}, "shouldRunSubTest");
