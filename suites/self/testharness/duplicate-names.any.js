// META: title=Several names given more than once
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#synchronous-tests
// EXPECT: ERROR ~ "2 duplicate test names: \"twice\", \"thrice\""
// EXPECT: PASS "twice"
// EXPECT: PASS "twice"
// EXPECT: PASS "thrice"
// EXPECT: PASS "thrice"
// EXPECT: FAIL "thrice" ~ "broken on purpose"
// EXPECT: PASS "once"
// EXPECT: PASS "toString"
"use strict";

test(() => {}, "twice");
test(() => {}, "thrice");
test(() => {}, "once");
test(() => {}, "toString");
promise_test(async () => {}, "twice");
promise_test(async () => {}, "thrice");
promise_test(async () => {
  throw new Error("broken on purpose");
}, "thrice");
