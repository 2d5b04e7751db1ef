// META: title=The names of tests in a file without title and location
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// META: requires=settable-location
// EXPECT: OK
// EXPECT: PASS "Untitled"
// EXPECT: PASS "Untitled 1"
"use strict";

// Hosts may have set this to the file's title.
globalThis.META_TITLE = "";
Object.defineProperty(globalThis, "location", {
  value: {},
  configurable: true,
  writable: true,
});

test((t) => t.done());
promise_test(async (t) => t.done());
