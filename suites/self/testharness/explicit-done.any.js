// META: title=With explicit_done the file waits for done()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// EXPECT: OK
// EXPECT: PASS "before the script ends"
// EXPECT: PASS "long after all others have ended"
// EXPECT: PASS "still running at done()"
"use strict";

setup({ explicit_done: true });

test(() => {}, "before the script ends");

(async () => {
  for (let i = 0; i < 50; i += 1) {
    await undefined;
  }
  test(() => {}, "long after all others have ended");
  const running = async_test("still running at done()");
  done();
  await undefined;
  running.step(() => assert_true(true));
  running.done();
})();
