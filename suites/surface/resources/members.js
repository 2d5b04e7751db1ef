// Subtests for what Web IDL says about members: of an interface object, its prototype object or a
// namespace object. `check(name, body)` makes a subtest, `holder()` finds the object.
"use strict";

function testExposure(check, owner, id, path) {
  const holder = owner === "" ? "the global object" : owner;
  check(`${path} is a writable, configurable property of ${holder}, not enumerable`, () => {
    const object = owner === "" ? globalThis : lookup(owner);
    assert_data_property(ownPropertyOf(object, id, path), "writable configurable", path);
  });
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

// https://webidl.spec.whatwg.org/#dfn-create-operation-function: the length is "the length of the
// shortest argument list in the entries in S", the overloads; what is optional does not count.
// Node.js, Deno and Bun all count it for clearTimeout(), clearInterval() and structuredClone().
function testOperation({ check, checkLength = check, holder, what, key, length }) {
  const operation = () => ownPropertyOf(holder(), key, what).value;

  check(`${what} is a writable, enumerable, configurable method`, () => {
    const descriptor = ownPropertyOf(holder(), key, what);
    assert_equals(typeof descriptor.value, "function", `${what} is a function`);
    assert_data_property(descriptor, "writable enumerable configurable", what);
  });
  checkLength(`${what}.length is ${length}`, () => {
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
