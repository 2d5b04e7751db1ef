// The same for namespaces, and for the errors of WebAssembly that are no interfaces.
"use strict";

// https://tc39.es/ecma262/#sec-nativeerror-object-structure
function testNativeError(path) {
  const { owner, id } = splitPath(path);
  const prototype = () => lookup(path).prototype;

  testExposure(subtest, owner, id, path);
  test(() => {
    assert_equals(Object.getPrototypeOf(lookup(path)), Error);
  }, `the prototype of ${path} is Error`);
  test(() => {
    assert_equals(Object.getPrototypeOf(prototype()), Error.prototype);
  }, `the prototype of ${path}.prototype is Error.prototype`);
  test(() => {
    assert_function_property(lookup(path), "length", 1, path);
  }, `${path}.length is 1`);
  test(() => {
    assert_function_property(lookup(path), "name", id, path);
  }, `${path}.name is "${id}"`);
  test(() => {
    const what = `${path}.prototype`;
    assert_data_property(ownPropertyOf(lookup(path), "prototype", what), "", what);
  }, `${path}.prototype can be neither replaced, listed nor removed`);
  for (const [key, value] of [
    ["name", id],
    ["message", ""],
  ]) {
    const what = `${path}.prototype.${key}`;
    test(() => {
      const descriptor = ownPropertyOf(prototype(), key, what);
      assert_equals(descriptor.value, value, what);
      assert_data_property(descriptor, "writable configurable", what);
    }, `${what} is "${value}"`);
  }
  test(() => {
    const descriptor = ownPropertyOf(prototype(), "constructor", `${path}.prototype.constructor`);
    assert_equals(descriptor.value, lookup(path));
  }, `${path}.prototype.constructor is ${path}`);
  test(() => {
    const error = lookup(path)("without new");
    assert_equals(Object.getPrototypeOf(error), prototype());
    assert_equals(error.message, "without new");
  }, `${path}() without new makes an error as well`);
}

// https://webidl.spec.whatwg.org/#js-namespaces
function testNamespace(path, shape) {
  const check = subtest;
  const holder = () => lookup(path);

  testExposure(check, "", path, path);
  testClassString(check, holder, path, path);
  if (shape.emptyPrototype) {
    // The Console Standard has this for the sake of old code.
    check(`the prototype of ${path} is an empty object of its own`, () => {
      const prototype = Object.getPrototypeOf(holder());
      assert_not_equals(prototype, Object.prototype);
      assert_array_equals(Reflect.ownKeys(prototype).map(String), []);
      assert_equals(Object.getPrototypeOf(prototype), Object.prototype);
    });
  } else {
    check(`the prototype of ${path} is Object.prototype`, () => {
      assert_equals(Object.getPrototypeOf(holder()), Object.prototype);
    });
  }
  for (const [key, length] of Object.entries(shape.operations ?? {})) {
    testOperation({ check, holder, what: `${path}.${key}`, key, length });
  }
  for (const key of shape.readonly ?? []) {
    testAttribute({ check, holder, what: `${path}.${key}`, key, readonly: true });
  }
}
