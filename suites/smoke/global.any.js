// META: title=globalThis is the global object of the test script
// META: spec=https://tc39.es/ecma262/#sec-globalthis
"use strict";

var smokeVar = "declared by var";

test(() => {
  assert_equals(typeof globalThis, "object");
  assert_equals(globalThis.globalThis, globalThis);
}, "globalThis refers to itself");

test(() => assert_equals(globalThis.smokeVar, "declared by var"), "var declares a property of it");
test(() => assert_equals(globalThis.Array, Array), "built-ins are properties of it");
