// Turns the shape of an API, as plain data, into one subtest for each thing Web IDL says about it.
//
// Everything is looked up inside the subtests: what is missing fails them one by one, and their
// names and number are the same in every runtime. Shapes are described in generate.mjs.
"use strict";

const FLAGS = ["writable", "enumerable", "configurable"];

// -------------------------------------------------------------------------------------------------
// Finding things

// The value at a path such as "WebAssembly.Module" from the global object.
function lookup(path) {
  let value = globalThis;
  let walked = "";
  for (const key of path.split(".")) {
    const owner = walked === "" ? "the global object" : walked;
    walked = walked === "" ? key : `${walked}.${key}`;
    assert_true(key in Object(value), `${walked} is not defined: ${owner} has no ${key}`);
    value = value[key];
  }
  assert_true(value !== undefined && value !== null, `${path} is ${value}`);
  return value;
}

function splitPath(path) {
  const dot = path.lastIndexOf(".");
  return { owner: path.slice(0, Math.max(dot, 0)), id: path.slice(dot + 1) };
}

// What a runtime exposes on its global object may be the global's own or inherited: ECMA-429 leaves
// open which interface a global object implements.
function propertyOf(object, key, what) {
  for (let holder = object; holder !== null; holder = Object.getPrototypeOf(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    if (descriptor) return descriptor;
  }
  assert_unreached(`${what} is not defined`);
}

function ownPropertyOf(object, key, what) {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  assert_true(descriptor !== undefined, `${what} is not defined`);
  return descriptor;
}

function subtest(name, body) {
  test(body, name);
}

function globalIsEventTarget() {
  return typeof EventTarget === "function" && globalThis instanceof EventTarget;
}

// -------------------------------------------------------------------------------------------------
// Assertions on properties and functions

// Flags are given as in "writable configurable": what is not named is false.
function assert_data_property(descriptor, flags, what) {
  assert_true("value" in descriptor, `${what} is a data property`);
  assert_flags(descriptor, FLAGS, flags, what);
}

function assert_accessor(descriptor, flags, what) {
  assert_equals(typeof descriptor.get, "function", `${what} is an accessor with a getter`);
  assert_flags(descriptor, FLAGS.slice(1), flags, what);
}

function assert_flags(descriptor, names, flags, what) {
  const expected = flags.split(" ");
  for (const name of names) {
    assert_equals(descriptor[name], expected.includes(name), `${what}: ${name}`);
  }
}

// The length and the name of a built-in function are properties with these flags.
function assert_function_property(fn, key, value, what) {
  const descriptor = ownPropertyOf(fn, key, `${what}.${key}`);
  assert_equals(descriptor.value, value, `${what}.${key}`);
  assert_data_property(descriptor, "configurable", `${what}.${key}`);
}

// -------------------------------------------------------------------------------------------------
// Members, on an interface's prototype object, an interface object or a namespace object

// https://webidl.spec.whatwg.org/#dfn-create-operation-function: the length is "the length of the
// shortest argument list in the entries in S", the overloads; what is optional does not count.
// Node.js, Deno and Bun all count it for clearTimeout(), clearInterval() and structuredClone().
function testOperation({ check, holder, what, key, length }) {
  const operation = () => ownPropertyOf(holder(), key, what).value;

  check(`${what} is a writable, enumerable, configurable method`, () => {
    const descriptor = ownPropertyOf(holder(), key, what);
    assert_equals(typeof descriptor.value, "function", `${what} is a function`);
    assert_data_property(descriptor, "writable enumerable configurable", what);
  });
  check(`${what}.length is ${length}`, () => {
    assert_function_property(operation(), "length", length, what);
  });
  check(`${what}.name is "${key}"`, () => {
    assert_function_property(operation(), "name", key, what);
  });
}

// https://webidl.spec.whatwg.org/#dfn-attribute-getter: "let name be the string "get " prepended to
// attribute's identifier". An accessor that defineProperty() makes of some function has that one's
// name instead: so has self in Deno and Bun (Node.js has no self).
function testAttribute({ check, holder, what, key, readonly }) {
  const accessor = () => ownPropertyOf(holder(), key, what);

  check(`${what} is an enumerable, configurable accessor`, () => {
    assert_accessor(accessor(), "enumerable configurable", what);
  });
  check(`the getter of ${what} has the name "get ${key}" and length 0`, () => {
    assert_accessor_function(accessor().get, `get ${key}`, 0);
  });
  if (readonly) {
    check(`${what} has no setter`, () => assert_no_setter(accessor(), what));
  } else {
    check(`the setter of ${what} has the name "set ${key}" and length 1`, () => {
      assert_accessor_function(accessor().set, `set ${key}`, 1);
    });
  }
}

// A data property has no setter either, but is no attribute.
function assert_no_setter(descriptor, what) {
  assert_true("set" in descriptor, `${what} is an accessor`);
  assert_equals(descriptor.set, undefined, `the setter of ${what}`);
}

function assert_accessor_function(fn, name, length) {
  assert_equals(typeof fn, "function", name);
  assert_function_property(fn, "name", name, name);
  assert_function_property(fn, "length", length, name);
}

// "If jsValue is not a platform object that implements the interface target, throw a TypeError"
// (Web IDL, creating an operation function and an attribute getter): an object that only inherits
// from the prototype is none. Where the type is a promise, the error rejects it. The getter of duplex
// in Node.js's Request looks at no receiver; Deno and Bun have no such attribute.
function testReceiver({ check, checkPromise, prototype, what, id, promise, call }) {
  const name = `${what} refuses a receiver that is no ${id}`;
  const impostor = () => Object.create(prototype());
  if (promise) {
    checkPromise(name, async (t) => {
      const receiver = impostor();
      let result;
      try {
        result = call(receiver);
      } catch (error) {
        assert_unreached(`it throws instead of rejecting a promise: ${error}`);
      }
      assert_true(result instanceof Promise, `${what} gives a promise`);
      await promise_rejects_js(t, TypeError, result);
    });
  } else {
    check(name, () => {
      const receiver = impostor();
      assert_throws_js(TypeError, () => call(receiver));
    });
  }
}

function testConstant({ check, holder, what, key, value }) {
  check(`${what} is ${value}, for good`, () => {
    const descriptor = ownPropertyOf(holder(), key, what);
    assert_equals(descriptor.value, value, what);
    assert_data_property(descriptor, "enumerable", what);
  });
}

// -------------------------------------------------------------------------------------------------
// Interfaces

// https://webidl.spec.whatwg.org/#js-interfaces
function testInterface(path, shape) {
  const { owner, id } = splitPath(path);
  const interfaceObject = () => {
    const value = lookup(path);
    assert_equals(typeof value, "function", `${path} is a function`);
    return value;
  };
  const prototype = () => {
    const value = interfaceObject().prototype;
    assert_true(Object(value) === value, `${path}.prototype is an object`);
    return value;
  };
  // Clause 6: "... such runtimes need not implement" these two.
  const precondition = () => {
    if (!shape.eventTargetGlobalOnly || path in globalThis) return;
    assert_implements_optional(
      globalIsEventTarget(),
      `the global object is no EventTarget: ECMA-429, clause 6, does not ask for ${path}`,
    );
  };
  const check = (name, body) =>
    test(() => {
      precondition();
      body();
    }, name);
  const checkPromise = (name, body) =>
    promise_test(async (t) => {
      precondition();
      await body(t);
    }, name);
  const context = { check, checkPromise, prototype, path, id };

  testExposure(check, owner, id, path);
  check(`${path} is a constructor`, () => {
    // Whatever the constructor does, being one is seen by a class extending it.
    assert_equals(typeof class extends interfaceObject() {}, "function");
  });
  testConstruction({ ...context, interfaceObject, length: shape.construct });
  check(`${path}.length is ${shape.construct ?? 0}`, () => {
    assert_function_property(interfaceObject(), "length", shape.construct ?? 0, path);
  });
  check(`${path}.name is "${id}"`, () => {
    assert_function_property(interfaceObject(), "name", id, path);
  });
  testInheritance({ ...context, interfaceObject, ...shape });
  testPrototypeObject({ ...context, interfaceObject });
  testMembers({ ...context, interfaceObject, shape });
}

function testExposure(check, owner, id, path) {
  const holder = owner === "" ? "the global object" : owner;
  check(`${path} is a writable, configurable property of ${holder}, not enumerable`, () => {
    const object = owner === "" ? globalThis : lookup(owner);
    assert_data_property(ownPropertyOf(object, id, path), "writable configurable", path);
  });
}

function testConstruction({ check, path, interfaceObject, length }) {
  check(`${path}() without new throws a TypeError`, () => {
    const call = interfaceObject();
    assert_throws_js(TypeError, () => call("x", "x", "x"));
  });
  if (length === undefined) {
    check(`new ${path}() throws a TypeError: there is no constructor operation`, () => {
      const constructor = interfaceObject();
      assert_throws_js(TypeError, () => new constructor());
    });
  } else if (length > 0) {
    check(`new ${path}() without its arguments throws a TypeError`, () => {
      const constructor = interfaceObject();
      assert_throws_js(TypeError, () => new constructor());
    });
  }
}

function testInheritance({ check, path, interfaceObject, prototype, inherits, moduleSource }) {
  if (moduleSource) {
    testModuleSource({ check, path, interfaceObject, prototype });
    return;
  }
  // DOMException is no subclass of Error; only its prototype object inherits from Error's.
  const parent = inherits === "Error" ? undefined : inherits;
  check(`the prototype of ${path} is ${parent ?? "Function.prototype"}`, () => {
    const expected = parent === undefined ? Function.prototype : lookup(parent);
    assert_equals(Object.getPrototypeOf(interfaceObject()), expected);
  });
  check(`the prototype of ${path}.prototype is ${inherits ?? "Object"}.prototype`, () => {
    const expected = lookup(inherits ?? "Object").prototype;
    assert_equals(Object.getPrototypeOf(prototype()), expected);
  });
}

// Source phase imports, which an engine may have ahead of ECMA-262, put %AbstractModuleSource% above
// WebAssembly.Module; it is no property of the global object.
function testModuleSource({ check, path, interfaceObject, prototype }) {
  check(`the prototype of ${path} is Function.prototype or %AbstractModuleSource%`, () => {
    const parent = Object.getPrototypeOf(interfaceObject());
    if (parent === Function.prototype) return;
    assert_equals(parent.name, "AbstractModuleSource");
    assert_equals(Object.getPrototypeOf(parent), Function.prototype);
  });
  check(`the prototype of ${path}.prototype goes with that of ${path}`, () => {
    const parent = Object.getPrototypeOf(interfaceObject());
    const expected = parent === Function.prototype ? Object.prototype : parent.prototype;
    assert_equals(Object.getPrototypeOf(prototype()), expected);
  });
}

// https://webidl.spec.whatwg.org/#interface-prototype-object
function testPrototypeObject({ check, path, interfaceObject, prototype }) {
  check(`${path}.prototype can be neither replaced, listed nor removed`, () => {
    const what = `${path}.prototype`;
    assert_data_property(ownPropertyOf(interfaceObject(), "prototype", what), "", what);
  });
  check(`${path}.prototype.constructor is ${path}`, () => {
    const what = `${path}.prototype.constructor`;
    const descriptor = ownPropertyOf(prototype(), "constructor", what);
    assert_equals(descriptor.value, interfaceObject(), what);
    assert_data_property(descriptor, "writable configurable", what);
  });
  testClassString(check, prototype, `${path}.prototype`, path);
}

// https://webidl.spec.whatwg.org/#dfn-class-string: an interface's qualified name.
function testClassString(check, holder, path, classString) {
  check(`the class string of ${path} is "${classString}"`, () => {
    const what = `${path}[Symbol.toStringTag]`;
    const descriptor = ownPropertyOf(holder(), Symbol.toStringTag, what);
    assert_equals(descriptor.value, classString, what);
    assert_data_property(descriptor, "configurable", what);
  });
}

function testMembers({ shape, interfaceObject, ...context }) {
  const { check, path, prototype } = context;
  const promises = shape.promises ?? [];
  const attributes = [
    ...(shape.readonly ?? []).map((key) => ({ key, readonly: true })),
    ...(shape.writable ?? []).map((key) => ({ key, readonly: false })),
  ];
  for (const { key, readonly } of attributes) {
    const what = `${path}.prototype.${key}`;
    testAttribute({ check, holder: prototype, what, key, readonly });
    testReceiver({
      ...context,
      what: `the getter of ${what}`,
      promise: promises.includes(key),
      call: (receiver) => {
        const { get } = ownPropertyOf(prototype(), key, what);
        assert_equals(typeof get, "function", `the getter of ${what}`);
        return get.call(receiver);
      },
    });
  }
  for (const [key, length] of Object.entries(shape.operations ?? {})) {
    const what = `${path}.prototype.${key}`;
    testOperation({ check, holder: prototype, what, key, length });
    testReceiver({
      ...context,
      what: `${what}()`,
      promise: promises.includes(key),
      call: (receiver) => {
        const { value } = ownPropertyOf(prototype(), key, what);
        assert_equals(typeof value, "function", what);
        return value.call(receiver);
      },
    });
  }
  for (const [key, length] of Object.entries(shape.static ?? {})) {
    testOperation({ check, holder: interfaceObject, what: `${path}.${key}`, key, length });
  }
  for (const [key, value] of Object.entries(shape.constants ?? {})) {
    testConstant({ check, holder: interfaceObject, what: `${path}.${key}`, key, value });
    testConstant({ check, holder: prototype, what: `${path}.prototype.${key}`, key, value });
  }
  for (const key of shape.unforgeable ?? []) testUnforgeable({ ...context, interfaceObject, key });
  if (shape.iterable) testIterable({ ...context, interfaceObject });
  if (shape.asyncIterable) testAsyncIterable(context);
}

// https://webidl.spec.whatwg.org/#LegacyUnforgeable: an own property of each instance.
function testUnforgeable({ check, path, prototype, interfaceObject, key }) {
  const what = `the ${key} of an instance of ${path}`;
  const accessor = () => ownPropertyOf(new (interfaceObject())("instance"), key, what);

  check(`${what} is an enumerable accessor that cannot be reconfigured`, () => {
    assert_accessor(accessor(), "enumerable", what);
  });
  check(`${what} has a getter with the name "get ${key}" and length 0`, () => {
    assert_accessor_function(accessor().get, `get ${key}`, 0);
  });
  check(`${what} has no setter`, () => assert_no_setter(accessor(), what));
  check(`${what} has the same getter as that of every other instance`, () => {
    assert_equals(accessor().get, accessor().get);
  });
  check(`${path}.prototype has no ${key}`, () => {
    assert_false(Object.prototype.hasOwnProperty.call(prototype(), key));
  });
}

// https://webidl.spec.whatwg.org/#js-iterable, for pairs
function testIterable({ check, path, prototype, interfaceObject }) {
  for (const [key, length] of Object.entries({ entries: 0, keys: 0, values: 0, forEach: 1 })) {
    testOperation({ check, holder: prototype, what: `${path}.prototype.${key}`, key, length });
  }
  check(`${path}.prototype[Symbol.iterator] is entries, not enumerable`, () => {
    const what = `${path}.prototype[Symbol.iterator]`;
    const descriptor = ownPropertyOf(prototype(), Symbol.iterator, what);
    const entries = ownPropertyOf(prototype(), "entries", `${path}.prototype.entries`);
    assert_equals(descriptor.value, entries.value, what);
    assert_data_property(descriptor, "writable configurable", what);
  });

  // https://webidl.spec.whatwg.org/#js-iterator-prototype-object
  const what = `the iterator prototype object of ${path}`;
  const iteratorPrototype = () => Object.getPrototypeOf(new (interfaceObject())().entries());
  check(`${what} inherits from that of all iterators`, () => {
    const ofArrays = Object.getPrototypeOf([][Symbol.iterator]());
    assert_equals(Object.getPrototypeOf(iteratorPrototype()), Object.getPrototypeOf(ofArrays));
  });
  testOperation({
    check,
    holder: iteratorPrototype,
    what: `next() of ${what}`,
    key: "next",
    length: 0,
  });
  testClassString(check, iteratorPrototype, what, `${path} Iterator`);
}

// https://webidl.spec.whatwg.org/#js-asynchronous-iterable, for single values
function testAsyncIterable({ check, path, prototype }) {
  const what = `${path}.prototype.values`;
  testOperation({ check, holder: prototype, what, key: "values", length: 0 });
  check(`${path}.prototype[Symbol.asyncIterator] is values, not enumerable`, () => {
    const own = `${path}.prototype[Symbol.asyncIterator]`;
    const descriptor = ownPropertyOf(prototype(), Symbol.asyncIterator, own);
    assert_equals(descriptor.value, ownPropertyOf(prototype(), "values", what).value, own);
    assert_data_property(descriptor, "writable configurable", own);
  });
}

// -------------------------------------------------------------------------------------------------
// Errors that are no interfaces

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

// -------------------------------------------------------------------------------------------------
// Namespaces

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

// -------------------------------------------------------------------------------------------------
// The global object

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
