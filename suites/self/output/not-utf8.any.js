// META: title=Bytes that are not UTF-8 on every file descriptor
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#external-api
// META: requires=fs-fd
// META: script=/self/resources/descriptors.js
// EXPECT: OK
// EXPECT: PASS "writes every byte there is"
// EXPECT: PASS "comes right behind them"
"use strict";

test(() => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => 255 - index);
  for (const descriptor of [1, 2, 3, 4]) writeToDescriptor(descriptor, bytes);
  assert_true(writeToDescriptor(1, bytes), "standard output is open");
}, "writes every byte there is");

test(() => {}, "comes right behind them");
