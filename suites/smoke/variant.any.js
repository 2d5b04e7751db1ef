// META: title=Each variant is a test of its own
// META: spec=https://web-platform-tests.org/writing-tests/testharness.html#variants
// META: variant=?first
// META: variant=?second
"use strict";

// Both variants leave a mark; neither may find the other's.
test(() => {
  assert_false("smokeVariantMark" in globalThis);
  globalThis.smokeVariantMark = true;
}, "a variant starts in a fresh global");
