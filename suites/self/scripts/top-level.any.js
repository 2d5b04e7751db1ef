// META: title=The top level of a classic script
// META: spec=https://tc39.es/ecma262/#sec-runtime-semantics-scriptevaluation
// META: requires=classic-scripts
// EXPECT: OK
// EXPECT: PASS "this is the global object"
// EXPECT: PASS "var makes a property of the global object"
// EXPECT: PASS "a function declaration makes a property of the global object"
// EXPECT: PASS "let makes no property of the global object"
// EXPECT: PASS "functions are hoisted"
// EXPECT: PASS "no name of a module system is bound"
// EXPECT: PASS "the completion of microtasks comes after the script"
"use strict";

const topLevelThis = this;
const hoisted = hoistedFunction();
var topLevelVar = 1;
let topLevelLet = 2;
function hoistedFunction() {
  return "hoisted";
}

let microtaskRan = false;
Promise.resolve().then(() => {
  microtaskRan = true;
});

test(() => assert_equals(topLevelThis, globalThis), "this is the global object");

test(() => {
  assert_equals(globalThis.topLevelVar, 1);
  globalThis.topLevelVar = 3;
  assert_equals(topLevelVar, 3);
}, "var makes a property of the global object");

test(() => {
  assert_equals(globalThis.hoistedFunction, hoistedFunction);
}, "a function declaration makes a property of the global object");

test(() => {
  assert_equals(topLevelLet, 2);
  assert_false("topLevelLet" in globalThis);
}, "let makes no property of the global object");

test(() => assert_equals(hoisted, "hoisted"), "functions are hoisted");

// A wrapper function or a module would bind these.
test(() => {
  assert_equals(typeof module, "undefined");
  assert_equals(typeof exports, "undefined");
  assert_equals(typeof __filename, "undefined");
  assert_equals(typeof arguments, "undefined");
}, "no name of a module system is bound");

test(() => assert_false(microtaskRan), "the completion of microtasks comes after the script");
