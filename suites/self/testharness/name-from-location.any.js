// META: title=The names of tests in a file without a title
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// META: requires=settable-location
// EXPECT: OK
// EXPECT: PASS "file-name"
// EXPECT: PASS "file-name 1"
"use strict";

// Hosts may have set this to the file's title.
globalThis.META_TITLE = "";
Object.defineProperty(globalThis, "location", {
  value: { pathname: "/folder.name/file-name.any.worker.html" },
  configurable: true,
  writable: true,
});

test((t) => t.done());
test((t) => t.done());
