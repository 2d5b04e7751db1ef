// META: title=A strict META script leaves the test script sloppy
// META: spec=https://tc39.es/ecma262/#sec-strict-mode-code
// META: requires=classic-scripts
// META: script=../resources/strict.js
// EXPECT: OK
// EXPECT: PASS "functions of the helper are strict"
// EXPECT: PASS "functions of the test script are sloppy"
// EXPECT: PASS "an assignment to an undeclared name makes a global"

test(() => assert_equals(thisInStrictHelper(), undefined), "functions of the helper are strict");

test(() => {
  const receiver = (function () {
    return this;
  })();
  assert_equals(receiver, globalThis);
}, "functions of the test script are sloppy");

test(() => {
  undeclaredInSloppyTest = 1;
  assert_equals(globalThis.undeclaredInSloppyTest, 1);
}, "an assignment to an undeclared name makes a global");
