"use strict";

// Web IDL's part of an interface: its object, its prototype's members and their brand checks.
// spec: { length, illegal, attributes, promiseAttributes, methods, promiseMethods, staticMethods,
//         arguments } where methods map names to lengths and arguments names to makers of valid
// argument lists.
function test_interface(name, spec) {
  const { attributes = [], promiseAttributes = [], staticMethods = {} } = spec;
  const { methods = {}, promiseMethods = {} } = spec;
  const prototype = () => globalThis[name].prototype;
  const argumentsOf = (method) => spec.arguments?.[method]?.() ?? [];

  test(
    () => {
      const property = Object.getOwnPropertyDescriptor(globalThis, name);
      assert_not_equals(property, undefined, "exists");
      assert_true(property.writable, "writable");
      assert_false(property.enumerable, "enumerable");
      assert_true(property.configurable, "configurable");
      assert_equals(property.value.name, name, "name");
      assert_equals(property.value.length, spec.length ?? 0, "length");
    },
    `${name}: interface object`,
    { requirements: ["idl-interface-object"] },
  );

  test(
    () => {
      const type = globalThis[name];
      assert_equals(typeof type, "function");
      assert_throws_js(TypeError, () => type(), "called without new");
      if (spec.illegal) assert_throws_js(TypeError, () => new type(), "called with new");
    },
    `${name}: ${spec.illegal ? "cannot be constructed" : "needs new"}`,
    { requirements: ["idl-needs-new", ...(spec.illegal ? ["idl-illegal-constructor"] : [])] },
  );

  test(
    () => {
      const property = Object.getOwnPropertyDescriptor(prototype(), Symbol.toStringTag);
      assert_not_equals(property, undefined, "exists");
      assert_equals(property.value, name, "value");
      assert_false(property.writable, "writable");
      assert_false(property.enumerable, "enumerable");
      assert_true(property.configurable, "configurable");
    },
    `${name}: Symbol.toStringTag`,
    { requirements: ["idl-class-string"] },
  );

  for (const attribute of [...attributes, ...promiseAttributes]) {
    test(
      () => {
        const property = Object.getOwnPropertyDescriptor(prototype(), attribute);
        assert_not_equals(property, undefined, "exists");
        assert_equals(typeof property.get, "function", "getter");
        assert_equals(property.set, undefined, "setter");
        assert_true(property.enumerable, "enumerable");
        assert_true(property.configurable, "configurable");
      },
      `${name}: ${attribute} is a read-only attribute of the prototype`,
      { requirements: ["idl-attributes"] },
    );
  }

  for (const attribute of attributes) {
    test(
      () => {
        const getter = Object.getOwnPropertyDescriptor(prototype(), attribute).get;
        assert_throws_js(TypeError, () => getter.call({}));
      },
      `${name}: ${attribute} on another object throws`,
      { requirements: ["idl-attribute-brand"] },
    );
  }

  for (const attribute of promiseAttributes) {
    promise_test(
      (t) => {
        const getter = Object.getOwnPropertyDescriptor(prototype(), attribute).get;
        return promise_rejects_js(t, TypeError, getter.call({}));
      },
      `${name}: ${attribute} on another object gives a rejected promise`,
      { requirements: ["idl-promise-attribute-brand"] },
    );
  }

  for (const [method, length] of Object.entries({ ...methods, ...promiseMethods })) {
    test(
      () => {
        assert_method(prototype(), method, length);
      },
      `${name}: ${method}() is a method of the prototype`,
      { requirements: ["idl-operations"] },
    );
  }

  for (const method of Object.keys(methods)) {
    test(
      () => {
        const f = prototype()[method];
        assert_equals(typeof f, "function");
        const args = argumentsOf(method);
        assert_throws_js(TypeError, () => f.apply({}, args));
      },
      `${name}: ${method}() on another object throws`,
      { requirements: ["idl-operation-brand"] },
    );
  }

  for (const method of Object.keys(promiseMethods)) {
    promise_test(
      (t) => {
        const result = prototype()[method].apply({}, argumentsOf(method));
        return promise_rejects_js(t, TypeError, result);
      },
      `${name}: ${method}() on another object gives a rejected promise`,
      { requirements: ["idl-promise-operation-brand"] },
    );
  }

  for (const [method, length] of Object.entries(staticMethods)) {
    test(
      () => {
        assert_method(globalThis[name], method, length);
      },
      `${name}: ${method}() is a static method`,
      { requirements: ["idl-static-operations"] },
    );
  }
}

function assert_method(object, method, length) {
  const property = Object.getOwnPropertyDescriptor(object, method);
  assert_not_equals(property, undefined, "exists");
  assert_equals(typeof property.value, "function", "type");
  assert_true(property.writable, "writable");
  assert_true(property.enumerable, "enumerable");
  assert_true(property.configurable, "configurable");
  assert_equals(property.value.name, method, "name");
  assert_equals(property.value.length, length, "length");
}
