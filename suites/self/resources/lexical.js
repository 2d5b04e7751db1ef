// Declarations of every kind, for test scripts to find.
"use strict";

const helperConst = "a const";
let helperLet = "a let";
class HelperClass {}
var helperVar = "a var";
function helperFunction() {
  return "a function";
}

function readHelperLet() {
  return helperLet;
}
