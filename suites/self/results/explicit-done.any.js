// META: title=A file that says itself when it is done
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#determining-when-all-tests-are-complete
// EXPECT: OK
// EXPECT: PASS "at once"
// EXPECT: PASS "made later"
"use strict";

setup({ explicit_done: true });
test(() => {}, "at once");

(async () => {
  for (let turn = 0; turn < 100; turn++) await null;
  test(() => {}, "made later");
  done();
})();
