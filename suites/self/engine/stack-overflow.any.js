// META: title=Recursion without an end
// META: spec=https://tc39.es/ecma262/#execution-context-stack
// META: requires=stack-overflow
// EXPECT: OK
// EXPECT: FAIL "a function that calls itself"
// EXPECT: FAIL "a getter that reads itself"
// EXPECT: FAIL "a deep chain through a built-in"
// EXPECT: PASS "the engine goes on"
"use strict";

test(() => {
  const descend = (depth) => 1 + descend(depth + 1);
  descend(0);
}, "a function that calls itself");

test(() => {
  const mirror = {
    get image() {
      return this.image;
    },
  };
  mirror.image;
}, "a getter that reads itself");

test(() => {
  const descend = () => [1].map(descend);
  descend();
}, "a deep chain through a built-in");

test(() => assert_equals([1, 2].map((n) => n + 1).join(), "2,3"), "the engine goes on");
