// Finding what is to be tested, and assertions on properties and built-in functions.
//
// Everything is looked up inside the subtests: what is missing fails them one by one, and their
// names and number are the same in every runtime.
"use strict";

const FLAGS = ["writable", "enumerable", "configurable"];

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
