// META: title=A strict test script leaves the META script sloppy
// META: spec=https://tc39.es/ecma262/#sec-strict-mode-code
// META: requires=classic-scripts
// META: script=../resources/sloppy.js
// EXPECT: OK
// EXPECT: PASS "functions of the helper are sloppy"
// EXPECT: PASS "functions of the test script are strict"
// EXPECT: PASS "an assignment to an undeclared name throws"
"use strict";

test(() => assert_equals(thisInSloppyHelper(), globalThis), "functions of the helper are sloppy");

test(() => {
  const receiver = (function () {
    return this;
  })();
  assert_equals(receiver, undefined);
}, "functions of the test script are strict");

test(() => {
  assert_throws_js(ReferenceError, () => {
    undeclaredInStrictTest = 1;
  });
}, "an assignment to an undeclared name throws");
