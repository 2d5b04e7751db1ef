// META: title=setup() with functions and properties
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "setup functions run at once"
// EXPECT: PASS "setup() may be called with properties that mean nothing here"
// EXPECT: PASS "setup() after a result is ignored"
"use strict";

const log = [];
setup(() => {
  log.push("alone");
});
setup(
  () => {
    log.push("with properties");
  },
  { explicit_timeout: true },
);
log.push("script");

test(() => {
  sameList(log, ["alone", "with properties", "script"]);
}, "setup functions run at once");

test(() => {
  setup({ explicit_timeout: true, output: false, hide_test_state: true });
}, "setup() may be called with properties that mean nothing here");

test(() => {
  setup(() => {
    throw new Error("not run");
  });
  setup({ explicit_done: true });
}, "setup() after a result is ignored");
