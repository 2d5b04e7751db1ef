// META: title=A file with tests cannot become a single test
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#single-page-tests
// META: requires=error-constructors
// EXPECT: OK
// EXPECT: PASS "asynchronous and running"
"use strict";

const running = async_test("asynchronous and running");

running.step(() => {
  assert_throws_js(Error, () => setup({ single_test: true }));
});
running.done();
