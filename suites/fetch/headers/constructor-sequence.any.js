// META: title=Headers constructor with a sequence
// META: spec=https://fetch.spec.whatwg.org/#dom-headers
// META: spec=https://fetch.spec.whatwg.org/#concept-headers-fill
// META: spec=https://webidl.spec.whatwg.org/#js-sequence
"use strict";

const pairs = (headers) => JSON.stringify([...headers]);

test(
  () => {
    assert_equals(pairs(new Headers([])), "[]");
  },
  "an empty array makes an empty list",
  { requirements: ["headers-init-absent"] },
);

test(
  () => {
    const headers = new Headers([
      ["X-One", "1"],
      ["x-two", "2"],
      ["x-ONE", "3"],
    ]);
    assert_equals(pairs(headers), '[["x-one","1, 3"],["x-two","2"]]');
  },
  "an array of pairs is appended in order",
  { requirements: ["headers-sequence-appends"] },
);

for (const [label, entry] of [
  ["no item", []],
  ["one item", ["name"]],
  ["three items", ["name", "value", "more"]],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Headers([["good", "1"], entry]));
    },
    `an entry with ${label} throws a TypeError`,
    { requirements: ["headers-sequence-length"] },
  );
}

for (const [label, entry] of [
  ["a string", "ab"],
  ["a number", 12],
  ["null", null],
  ["undefined", undefined],
  ["an object that is not iterable", { 0: "a", 1: "b", length: 2 }],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Headers([entry]));
    },
    `an entry that is ${label} throws a TypeError`,
    { requirements: ["headers-sequence-entries"] },
  );
}

test(
  () => {
    const headers = new Headers([[1, 2]]);
    assert_equals(headers.get("1"), "2");
  },
  "names and values of entries are converted to strings",
  { requirements: ["headers-sequence-strings"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers([["name", Symbol("value")]]));
  },
  "a symbol in an entry throws a TypeError",
  { requirements: ["headers-sequence-strings"] },
);

test(
  () => {
    const map = new Map([
      ["b", "2"],
      ["a", "1"],
    ]);
    assert_equals(pairs(new Headers(map)), '[["a","1"],["b","2"]]');
  },
  "a Map is a sequence of pairs",
  { requirements: ["headers-sequence-iterables"] },
);

test(
  () => {
    function* entries() {
      yield ["a", "1"];
      yield ["a", "2"];
    }
    assert_equals(pairs(new Headers(entries())), '[["a","1, 2"]]');
  },
  "a generator is a sequence of pairs",
  { requirements: ["headers-sequence-iterables"] },
);

test(
  () => {
    const entry = new Set(["name", "value"]);
    assert_equals(pairs(new Headers([entry])), '[["name","value"]]');
  },
  "an entry may be any iterable",
  { requirements: ["headers-sequence-iterables"] },
);

test(
  () => {
    assert_equals(pairs(new Headers(new URLSearchParams("b=2&a=1"))), '[["a","1"],["b","2"]]');
  },
  "a URLSearchParams is a sequence of pairs",
  { requirements: ["headers-sequence-iterables"] },
);

test(
  () => {
    const init = { ignored: "1", [Symbol.iterator]: () => [["used", "2"]].values() };
    assert_equals(pairs(new Headers(init)), '[["used","2"]]');
  },
  "an iterator method wins over the object's properties",
  { requirements: ["headers-iterator-wins"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers({ name: "value", [Symbol.iterator]: 1 }));
  },
  "an iterator property that is not callable throws a TypeError",
  { requirements: ["headers-iterator-callable"] },
);

test(
  () => {
    const error = new Error("from next()");
    const init = {
      [Symbol.iterator]: () => ({
        next() {
          throw error;
        },
      }),
    };
    assert_throws_exactly(error, () => new Headers(init));
  },
  "an exception of the iterator is passed on",
  { requirements: ["headers-init-exceptions"] },
);

test(
  () => {
    const source = new Headers({ "X-One": "1" });
    const copy = new Headers(source);
    source.set("x-one", "changed");
    copy.append("x-two", "2");
    assert_equals(copy.get("x-one"), "1");
    assert_false(source.has("x-two"));
  },
  "a Headers object is copied, not shared",
  { requirements: ["headers-copy"] },
);

test(
  () => {
    const source = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
    assert_array_equals(new Headers(source).getSetCookie(), ["a=1", "b=2"]);
  },
  "copying a Headers object keeps its Set-Cookie headers apart",
  { requirements: ["headers-copy-set-cookie"] },
);

test(
  () => {
    // HeadersInit is a union of a sequence and a record: a Headers object goes through Web IDL's
    // sequence conversion, which calls the iterator method found on the object.
    const source = new Headers({ hidden: "1" });
    source[Symbol.iterator] = () => [["seen", "2"]].values();
    assert_equals(pairs(new Headers(source)), '[["seen","2"]]');
  },
  "a Headers object is read through its iterator method",
  { requirements: ["headers-copy-iterates"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers([["bad name", "1"]]));
  },
  "an invalid name in an entry throws a TypeError",
  { requirements: ["headers-init-invalid-name"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Headers([["name", "a\0b"]]));
  },
  "an invalid value in an entry throws a TypeError",
  { requirements: ["headers-init-invalid-value"] },
);

test(
  () => {
    const log = [];
    function* entries() {
      log.push("first");
      yield ["bad name", "1"];
      log.push("second");
      yield ["good", "2"];
      log.push("end");
    }
    assert_throws_js(TypeError, () => new Headers(entries()));
    assert_array_equals(log, ["first", "second", "end"]);
  },
  "the whole sequence is converted before the first name is validated",
  { requirements: ["headers-convert-first"] },
);

test(
  () => {
    const error = new Error("from toString()");
    const value = {
      toString() {
        throw error;
      },
    };
    const init = [
      ["bad name", "1"],
      ["good", value],
    ];
    assert_throws_exactly(error, () => new Headers(init));
  },
  "so are the entries of an array",
  { requirements: ["headers-convert-first"] },
);
