// META: title=Assertions on objects and their properties
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert-functions
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "assert_object_equals accepts the same properties, at any depth"
// EXPECT: PASS "assert_object_equals accepts a cycle"
// EXPECT: PASS "assert_object_equals refuses missing, unexpected and different properties"
// EXPECT: PASS "assert_own_property and assert_not_own_property"
// EXPECT: PASS "assert_inherits"
// EXPECT: PASS "assert_idl_attribute has the conditions of assert_inherits"
// EXPECT: PASS "assert_readonly looks for the property along the prototype chain"
"use strict";

test(() => {
  allPass(
    () => assert_object_equals({}, {}),
    () => assert_object_equals({ a: 1, b: { c: [NaN, -0] } }, { b: { c: [NaN, -0] }, a: 1 }),
    () => assert_object_equals([1, 2], [1, 2]),
  );
}, "assert_object_equals accepts the same properties, at any depth");

test(() => {
  const a = { name: "x" };
  a.self = a;
  const b = { name: "x" };
  b.self = b;
  allPass(() => assert_object_equals(a, b));
}, "assert_object_equals accepts a cycle");

test(() => {
  const name = "assert_object_equals:";
  const shared = { n: 1 };
  allFail(
    [`${name} value is null, expected object`, () => assert_object_equals(null, {})],
    [
      `${name} same unexpected property "b"`,
      () => assert_object_equals({ a: 1, b: 2 }, { a: 1 }, "same"),
    ],
    [
      `${name} expected property "b" missing`,
      () => assert_object_equals({ a: 1 }, { a: 1, b: undefined }),
    ],
    [
      `${name} property "c" expected 2 got 1`,
      () => assert_object_equals({ a: { c: 1 } }, { a: { c: 2 } }),
    ],
    [
      `${name} property "n" expected 2 got 1`,
      () => assert_object_equals({ a: shared, b: shared }, { a: { n: 1 }, b: { n: 2 } }),
    ],
    [
      `${name} unexpected property "inherited"`,
      () => assert_object_equals(Object.create({ inherited: 1 }), {}),
    ],
  );
}, "assert_object_equals refuses missing, unexpected and different properties");

test(() => {
  const object = Object.create({ inherited: 1 }, { own: { value: 1 } });
  allPass(
    () => assert_own_property(object, "own"),
    () => assert_not_own_property(object, "inherited"),
    () => assert_not_own_property(object, "absent"),
  );
  allFail(
    [
      'assert_own_property: has expected property "inherited" missing',
      () => assert_own_property(object, "inherited", "has"),
    ],
    [
      'assert_not_own_property: unexpected property "own" is found on object',
      () => assert_not_own_property(object, "own"),
    ],
  );
}, "assert_own_property and assert_not_own_property");

function conditionsOfInheritance(name, assertion) {
  const object = Object.create({ inherited: 1 }, { own: { value: 1 } });
  allPass(
    () => assertion(object, "inherited"),
    () => assertion(() => {}, "call"),
  );
  allFail(
    [
      `${name}: chain property "own" found on object expected in prototype chain`,
      () => assertion(object, "own", "chain"),
    ],
    [`${name}: property "absent" not found in prototype chain`, () => assertion(object, "absent")],
    [`${name}: provided value is not an object`, () => assertion("text", "length")],
    [`${name}: provided value is not an object`, () => assertion(null, "a")],
    [
      `${name}: provided value is an object but has no hasOwnProperty method`,
      () => assertion(Object.create(null), "a"),
    ],
  );
}

test(() => {
  conditionsOfInheritance("assert_inherits", assert_inherits);
}, "assert_inherits");

test(() => {
  conditionsOfInheritance("assert_idl_attribute", assert_idl_attribute);
}, "assert_idl_attribute has the conditions of assert_inherits");

test(() => {
  const prototype = {
    get readable() {
      return 1;
    },
    get both() {
      return 1;
    },
    set both(value) {},
  };
  const object = Object.create(prototype, {
    fixed: { value: 1 },
    open: { value: 1, writable: true },
  });
  allPass(
    () => assert_readonly(object, "fixed"),
    () => assert_readonly(object, "readable"),
  );
  allFail(
    [
      "assert_readonly: descriptor [[Writable]] expected false got true",
      () => assert_readonly(object, "open"),
    ],
    [
      'assert_readonly: attribute property "both" is an accessor property with a [[Set]] attribute,' +
        " cannot test readonly-ness",
      () => assert_readonly(object, "both", "attribute"),
    ],
    ['assert_readonly: property "absent" not found', () => assert_readonly(object, "absent")],
  );
}, "assert_readonly looks for the property along the prototype chain");
