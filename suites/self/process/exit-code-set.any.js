// META: title=An exit code that was set in advance does not matter once the test is done
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// META: requires=process-exit
// EXPECT: OK
// EXPECT: PASS "sets an exit code and goes on"
"use strict";

test(() => {
  const owner = globalThis.process ?? globalThis.Deno;
  owner.exitCode = 7;
  assert_equals(owner.exitCode, 7);
}, "sets an exit code and goes on");
