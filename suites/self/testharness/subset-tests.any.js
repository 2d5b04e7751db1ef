// META: title=A variant with part of a file's tests, by number
// META: spec=https://web-platform-tests.org/writing-tests/testharness.html#variants
// META: requires=settable-location
// META: script=resources/range.js
// META: script=/common/subset-tests.js
// EXPECT: OK
// EXPECT: PASS "second"
// EXPECT: PASS "third"
// EXPECT: PASS "shouldRunSubTest"
"use strict";

subsetTest(test, () => assert_unreached(), "first");
subsetTest(promise_test, async () => {}, "second");
subsetTest(test, () => {}, "third");
subsetTest(test, () => assert_unreached(), "fourth");

test(() => {
  assert_array_equals([1, 2, 3, 4].map(shouldRunSubTest), [false, true, true, false]);
}, "shouldRunSubTest");
