// META: title=A cleanup that never settles, with nothing left to run
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#cleanup
// EXPECT: ERROR ~ "cleanup"
// EXPECT: PASS "its cleanup never ends"
// EXPECT: NOTRUN "waits for the cleanup"
"use strict";

promise_test(async (t) => {
  t.add_cleanup(() => new Promise(() => {}));
}, "its cleanup never ends");

promise_test(async () => {}, "waits for the cleanup");
