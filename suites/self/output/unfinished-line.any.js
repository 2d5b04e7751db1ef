// META: title=A line without end on every file descriptor
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#external-api
// META: requires=fs-fd
// META: script=/self/resources/descriptors.js
// EXPECT: OK
// EXPECT: PASS "leaves lines unfinished"
// EXPECT: PASS "comes right behind one"
"use strict";

test(() => {
  for (const descriptor of [1, 2, 3, 4]) writeToDescriptor(descriptor, "no newline behind this");
  assert_true(writeToDescriptor(1, "nor behind this"), "standard output is open");
}, "leaves lines unfinished");

test(() => {}, "comes right behind one");
