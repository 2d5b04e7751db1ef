// META: title=String.prototype.concat() is replaced
// META: spec=https://tc39.es/ecma262/#sec-template-literals
// META: requires=template-literals
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "after"
// EXPECT: FAIL "a failure" ~ "two is not three"
// EXPECT: PASS "a promise test"
// EXPECT: FAIL "a promise test that fails" ~ "four is not five"
"use strict";

test(() => {}, "before");

String.prototype.concat = () => {
  throw new Error("a replaced method of strings was called");
};

test(() => {}, "after");
test(() => assert_equals(2, 3, "two is not three"), "a failure");
promise_test(async () => {
  await null;
}, "a promise test");
promise_test(async () => {
  await null;
  assert_equals(4, 5, "four is not five");
}, "a promise test that fails");
