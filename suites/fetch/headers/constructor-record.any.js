// META: title=Headers constructor with a record
// META: spec=https://fetch.spec.whatwg.org/#dom-headers
// META: spec=https://fetch.spec.whatwg.org/#concept-headers-fill
// META: spec=https://webidl.spec.whatwg.org/#js-record
"use strict";

const pairs = (headers) => JSON.stringify([...headers]);

test(
  () => {
    assert_equals(pairs(new Headers()), "[]");
  },
  "no argument makes an empty list",
  { requirements: ["headers-init-absent"] },
);

test(
  () => {
    assert_equals(pairs(new Headers(undefined)), "[]");
  },
  "undefined counts as no argument",
  { requirements: ["headers-init-absent"] },
);

test(
  () => {
    assert_equals(pairs(new Headers({})), "[]");
  },
  "an empty object makes an empty list",
  { requirements: ["headers-init-absent"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => Headers());
  },
  "the constructor cannot be called without new",
  { requirements: ["headers-needs-new"] },
);

for (const [label, value] of [
  ["null", null],
  ["a boolean", true],
  ["a number", 1],
  ["a string", "a: b"],
  ["a symbol", Symbol("a")],
  ["a bigint", 1n],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Headers(value));
    },
    `${label} is neither a sequence nor a record`,
    { requirements: ["headers-init-type"] },
  );
}

test(
  () => {
    const headers = new Headers({ "X-One": "1", "x-two": "2" });
    assert_equals(headers.get("x-one"), "1");
    assert_equals(headers.get("X-Two"), "2");
  },
  "each property becomes a header",
  { requirements: ["headers-record-appends"] },
);

test(
  () => {
    const headers = new Headers({ "X-Case": "first", "x-case": "second" });
    assert_equals(headers.get("x-case"), "first, second");
  },
  "keys that differ only in case are appended in order",
  { requirements: ["headers-record-same-name"] },
);

test(
  () => {
    const headers = new Headers({ number: 12.5, nothing: null, undef: undefined, flag: false });
    assert_equals(headers.get("number"), "12.5");
    assert_equals(headers.get("nothing"), "null");
    assert_equals(headers.get("undef"), "undefined");
    assert_equals(headers.get("flag"), "false");
  },
  "property values are converted to strings",
  { requirements: ["headers-record-values"] },
);

test(
  () => {
    const headers = new Headers({ listed: ["a", "b"] });
    assert_equals(headers.get("listed"), "a,b");
  },
  "an array as a property value is converted with its own toString",
  { requirements: ["headers-record-values"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers({ name: Symbol("value") }));
  },
  "a symbol as a property value throws a TypeError",
  { requirements: ["headers-record-values"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers({ [Symbol("name")]: "value" }));
  },
  "an enumerable symbol key throws a TypeError",
  { requirements: ["headers-record-symbols"] },
);

test(
  () => {
    const init = { visible: "yes" };
    Object.defineProperty(init, Symbol("hidden"), { value: "no", enumerable: false });
    assert_equals(pairs(new Headers(init)), '[["visible","yes"]]');
  },
  "a symbol key that is not enumerable is skipped",
  { requirements: ["headers-record-own"] },
);

test(
  () => {
    const init = Object.create({ inherited: "no" });
    init.own = "yes";
    assert_equals(pairs(new Headers(init)), '[["own","yes"]]');
  },
  "inherited properties are skipped",
  { requirements: ["headers-record-own"] },
);

test(
  () => {
    const init = { visible: "yes" };
    Object.defineProperty(init, "hidden", { value: "no", enumerable: false });
    assert_equals(pairs(new Headers(init)), '[["visible","yes"]]');
  },
  "properties that are not enumerable are skipped",
  { requirements: ["headers-record-own"] },
);

test(
  () => {
    const error = new Error("from the getter");
    const init = {
      get name() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => new Headers(init));
  },
  "an exception of a getter is passed on",
  { requirements: ["headers-init-exceptions"] },
);

test(
  () => {
    assert_equals(pairs(new Headers(() => {})), "[]");
  },
  "a function is an object and counts as a record",
  { requirements: ["headers-record-objects"] },
);

test(
  () => {
    const init = Object.assign(Object.create(null), { bare: "1" });
    assert_equals(new Headers(init).get("bare"), "1");
  },
  "an object without a prototype is a record",
  { requirements: ["headers-record-objects"] },
);

for (const value of [null, undefined]) {
  test(
    () => {
      const init = { name: "value" };
      Object.defineProperty(init, Symbol.iterator, { value, enumerable: false });
      assert_equals(pairs(new Headers(init)), '[["name","value"]]');
    },
    `an object whose Symbol.iterator is ${value} is a record`,
    { requirements: ["headers-iterator-null"] },
  );

  test(
    () => {
      const init = Object.create({ [Symbol.iterator]: value });
      init.name = "value";
      assert_equals(pairs(new Headers(init)), '[["name","value"]]');
    },
    `an object that inherits a Symbol.iterator of ${value} is a record`,
    { requirements: ["headers-iterator-null"] },
  );
}

test(
  () => {
    const log = [];
    const init = new Proxy(
      { b: "2", a: "1" },
      {
        get(target, key) {
          log.push(`get ${String(key)}`);
          return target[key];
        },
        getOwnPropertyDescriptor(target, key) {
          log.push(`describe ${key}`);
          return Object.getOwnPropertyDescriptor(target, key);
        },
        ownKeys(target) {
          log.push("keys");
          return Reflect.ownKeys(target);
        },
      },
    );
    new Headers(init);
    assert_array_equals(log, [
      "get Symbol(Symbol.iterator)",
      "keys",
      "describe b",
      "get b",
      "describe a",
      "get a",
    ]);
  },
  "an object is first asked for its iterator, then for keys, then for each descriptor and value",
  { requirements: ["headers-record-order"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers({ good: "1", "bad name": "2" }));
  },
  "one invalid name makes the constructor throw a TypeError",
  { requirements: ["headers-init-invalid-name"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers({ good: "1", bad: "a\nb" }));
  },
  "one invalid value makes the constructor throw a TypeError",
  { requirements: ["headers-init-invalid-value"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers({ "na\u0100me": "1" }));
    assert_throws_js(TypeError, () => new Headers({ name: "\u0100" }));
  },
  "keys and values above U+00FF throw a TypeError",
  { requirements: ["headers-bytestring"] },
);
