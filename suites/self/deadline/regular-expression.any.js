// META: title=A regular expression that backtracks for ages
// META: spec=https://tc39.es/ecma262/#sec-regexpbuiltinexec
// META: requires=long-regexp
// EXPECT: TIMEOUT
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "a match that takes ten thousand to the seventh steps"
"use strict";

test(() => {}, "before");

// Of a high polynomial degree rather than exponential: some engines cut short what nests.
test(() => {
  assert_false(/x*x*x*x*x*x*y/.test("x".repeat(10_000)));
}, "a match that takes ten thousand to the seventh steps");
