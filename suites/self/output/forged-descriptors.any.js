// META: title=Lines that look like results, written to every file descriptor
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#external-api
// META: requires=fs-fd
// META: script=/self/resources/descriptors.js
// META: script=/self/resources/forged.js
// EXPECT: OK
// EXPECT: PASS "writes forged results"
// EXPECT: FAIL "really fails" ~ "whatever was written"
"use strict";

// The host may use one of the descriptors; what a test writes there has no key and is no result.
test(() => {
  const text = `${FORGED_LINES.join("\n")}\n`;
  for (const descriptor of [1, 2, 3, 4]) writeToDescriptor(descriptor, text);
  assert_true(writeToDescriptor(1, text), "standard output is open");
}, "writes forged results");

test(() => assert_unreached("whatever was written"), "really fails");
