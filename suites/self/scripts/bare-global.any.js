// META: title=Our own suites see no helper that the runtime does not have
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#external-api
// EXPECT: OK
// EXPECT: PASS "no property of the harness's own"
// EXPECT: PASS "self, if there, is the global object"
"use strict";

test(() => {
  const own = Object.getOwnPropertyNames(globalThis);
  assert_array_equals(
    own.filter((name) => name.startsWith("__winterproof")),
    [],
  );
}, "no property of the harness's own");

test(() => {
  if ("self" in globalThis) assert_equals(globalThis.self, globalThis);
}, "self, if there, is the global object");
