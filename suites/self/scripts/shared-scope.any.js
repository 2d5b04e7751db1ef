// META: title=What a META script declares is visible in the test script
// META: spec=https://tc39.es/ecma262/#sec-globaldeclarationinstantiation
// META: script=../resources/lexical.js
// EXPECT: OK
// EXPECT: PASS "const"
// EXPECT: PASS "let, read and written on both sides"
// EXPECT: PASS "class"
// EXPECT: PASS "var"
// EXPECT: PASS "function"
// EXPECT: PASS "lexical declarations are no properties of the global object"
"use strict";

test(() => assert_equals(helperConst, "a const"), "const");

test(() => {
  assert_equals(helperLet, "a let");
  helperLet = "changed";
  assert_equals(readHelperLet(), "changed");
}, "let, read and written on both sides");

test(() => assert_true(new HelperClass() instanceof HelperClass), "class");
test(() => assert_equals(helperVar, "a var"), "var");
test(() => assert_equals(helperFunction(), "a function"), "function");

test(() => {
  for (const name of ["helperConst", "helperLet", "HelperClass"]) {
    assert_false(Object.prototype.hasOwnProperty.call(globalThis, name), name);
  }
}, "lexical declarations are no properties of the global object");
