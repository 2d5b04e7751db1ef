// Turns the shape of an interface, as plain data, into one subtest for each thing that Web IDL says
// about it. Shapes are described in generate.mjs.
"use strict";

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
  const checkWith = (properties) => (name, body) =>
    test(
      () => {
        precondition();
        body();
      },
      name,
      properties,
    );
  const checkPromise = (name, body) =>
    promise_test(async (t) => {
      precondition();
      await body(t);
    }, name);
  const check = checkWith({});
  const isChanged = (what) => Object.hasOwn(shape.changed ?? {}, what);
  // What differs between profiles names the requirement that says so.
  const checkOf = (what) =>
    isChanged(what) ? checkWith({ requirements: [shape.changed[what]] }) : check;
  const context = { check, checkOf, isChanged, checkPromise, prototype, path, id };

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

function testConstruction({ check, path, interfaceObject, length }) {
  check(`${path}() without new throws a TypeError`, () => {
    const call = interfaceObject();
    assert_throws_js(TypeError, () => call("x", "x", "x"));
  });
  if (length === undefined) {
    check(`new ${path}() throws a TypeError: there is no constructor operation`, () => {
      const Constructor = interfaceObject();
      assert_throws_js(TypeError, () => new Constructor());
    });
  } else if (length > 0) {
    check(`new ${path}() without its arguments throws a TypeError`, () => {
      const Constructor = interfaceObject();
      assert_throws_js(TypeError, () => new Constructor());
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

function testMembers({ shape, interfaceObject, ...context }) {
  const { check, checkOf, isChanged, path, prototype } = context;
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
    const changed = { check: checkOf(key), checkLength: checkOf(`length of ${key}`) };
    if (isChanged(key)) changed.checkLength = changed.check;
    testOperation({ ...changed, holder: prototype, what, key, length });
    testReceiver({
      ...context,
      check: changed.check,
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
    assert_equals(Object.getOwnPropertyDescriptor(prototype(), key), undefined);
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
