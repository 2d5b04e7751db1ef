// META: title=A test that closes standard output and standard error
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#external-api
// META: requires=fs-fd
// META: script=/self/resources/descriptors.js
// EXPECT: OK
// EXPECT: PASS "closes both"
// EXPECT: PASS "is still heard"
"use strict";

test(() => {
  closeDescriptor(1);
  closeDescriptor(2);
  assert_false(writeToDescriptor(1, "nobody reads this"), "standard output is closed");
}, "closes both");

test(() => {}, "is still heard");
