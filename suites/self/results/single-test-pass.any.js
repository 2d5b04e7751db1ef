// META: title=A file that is one test and passes
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#single-page-tests
// EXPECT: OK
// EXPECT-COUNT: PASS 1
"use strict";

setup({ single_test: true });
Promise.resolve(1).then((value) => {
  assert_equals(value, 1);
  done();
});
