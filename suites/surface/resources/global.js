// The same for what stands on the global object by itself.
"use strict";

// https://webidl.spec.whatwg.org/#define-the-operations
function testGlobalFunction(key, length) {
  const property = () => propertyOf(globalThis, key, key);
  test(() => {
    assert_equals(typeof property().value, "function", `${key} is a function`);
    assert_data_property(property(), "writable enumerable configurable", key);
  }, `${key} is a writable, enumerable, configurable function`);
  test(() => {
    assert_function_property(lookup(key), "length", length, key);
  }, `${key}.length is ${length}`);
  test(() => assert_function_property(lookup(key), "name", key, key), `${key}.name is "${key}"`);
}

// Whether there is a setter is left open: ECMA-429, clause 6, lets `readonly` be omitted.
function testGlobalAttribute(key, type) {
  test(() => {
    assert_accessor(propertyOf(globalThis, key, key), "enumerable configurable", key);
  }, `${key} is an enumerable, configurable accessor`);
  test(() => {
    assert_accessor_function(propertyOf(globalThis, key, key).get, `get ${key}`, 0);
  }, `the getter of ${key} has the name "get ${key}" and length 0`);
  test(
    () => {
      if (type === "self") {
        assert_equals(lookup(key), globalThis);
      } else if (type) {
        assert_true(lookup(key) instanceof lookup(type), `${key} instanceof ${type}`);
      } else {
        assert_equals(typeof lookup(key), "object");
        assert_not_equals(lookup(key), null);
      }
    },
    `${key} is ${type === "self" ? "the global object" : type ? `a ${type} object` : "an object"}`,
  );
}

// ECMA-429, clause 6: on a global object that is no EventTarget, these shall not be supported.
function testGlobalEventHandler(key) {
  const check = (name, body) =>
    test(() => {
      assert_implements_optional(
        globalIsEventTarget(),
        `the global object is no EventTarget: ECMA-429, clause 6, forbids ${key} there`,
      );
      body();
    }, name);

  test(() => {
    assert_equals(key in globalThis, globalIsEventTarget(), `${key} in globalThis`);
  }, `${key} is there if, and only if, the global object is an EventTarget`);
  check(`${key} is an enumerable, configurable accessor`, () => {
    assert_accessor(propertyOf(globalThis, key, key), "enumerable configurable", key);
  });
  check(`the getter of ${key} has the name "get ${key}" and length 0`, () => {
    assert_accessor_function(propertyOf(globalThis, key, key).get, `get ${key}`, 0);
  });
  check(`the setter of ${key} has the name "set ${key}" and length 1`, () => {
    assert_accessor_function(propertyOf(globalThis, key, key).set, `set ${key}`, 1);
  });
  check(`${key} is null at first`, () => assert_equals(globalThis[key], null));
}
