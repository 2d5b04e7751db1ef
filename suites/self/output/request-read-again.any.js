// META: title=The request with the host's key can't be read by the test
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// META: requires=fs-fd
// EXPECT: OK
// EXPECT: PASS "standard input is empty"
"use strict";

test(() => {
  const { readSync } = globalThis.process.getBuiltinModule("fs");
  let read;
  try {
    read = readSync(0, new Uint8Array(300), 0, 300, 0);
  } catch {
    read = 0;
  }
  assert_equals(read, 0);
}, "standard input is empty");
