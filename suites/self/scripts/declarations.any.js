// META: title=What a META script declares with var and function belongs to the global object
// META: spec=https://tc39.es/ecma262/#sec-globaldeclarationinstantiation
// META: script=../resources/lexical.js
// META: requires=declarations
// EXPECT: OK
// EXPECT: PASS "var and function declarations are properties of the global object"
"use strict";

test(() => {
  for (const name of ["helperVar", "helperFunction"]) {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
    assert_equals(typeof descriptor, "object", name);
    assert_true(descriptor.writable, `${name} is writable`);
    assert_true(descriptor.enumerable, `${name} is enumerable`);
    assert_false(descriptor.configurable, `${name} is not configurable`);
  }
}, "var and function declarations are properties of the global object");
