// META: title=A file which is a single test
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#single-page-tests
// META: requires=error-constructors
// EXPECT: OK
// EXPECT: PASS "A file which is a single test"
"use strict";

// Hosts set this to the file's title.
globalThis.META_TITLE = "A file which is a single test";

setup({ single_test: true });

assert_equals(1 + 1, 2);
assert_throws_js(Error, () => test(() => {}, "there is one already"));

Promise.resolve().then(() => {
  assert_true(true);
  done();
});
