// META: title=Headers iteration
// META: spec=https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine
// META: spec=https://webidl.spec.whatwg.org/#js-iterable
"use strict";

const sample = () =>
  new Headers([
    ["X-B", "1"],
    ["a", "2"],
    ["x-b", "3"],
  ]);

test(
  () => {
    assert_equals(JSON.stringify([...sample()]), '[["a","2"],["x-b","1, 3"]]');
  },
  "pairs come with lowercase names, sorted and combined",
  { requirements: ["iteration-combined"] },
);

test(
  () => {
    const headers = new Headers();
    for (const name of ["ab", "a", "a-b", "a_b", "a0", "B", "a~", "a!"]) headers.append(name, "");
    assert_array_equals([...headers.keys()], ["a", "a!", "a-b", "a0", "a_b", "ab", "a~", "b"]);
  },
  "names are sorted by the bytes of their lowercase form",
  { requirements: ["iteration-byte-order"] },
);

test(
  () => {
    assert_array_equals([...new Headers({ 2: "", 10: "", 1: "" }).keys()], ["1", "10", "2"]);
  },
  "names that are numbers are sorted as bytes",
  { requirements: ["iteration-byte-order"] },
);

test(
  () => {
    assert_array_equals([...sample().keys()], ["a", "x-b"]);
  },
  "keys() gives the names",
  { requirements: ["iteration-keys"] },
);

test(
  () => {
    assert_array_equals([...sample().values()], ["2", "1, 3"]);
  },
  "values() gives the combined values",
  { requirements: ["iteration-values"] },
);

test(
  () => {
    assert_equals(JSON.stringify([...sample().entries()]), '[["a","2"],["x-b","1, 3"]]');
  },
  "entries() gives the pairs",
  { requirements: ["iteration-entries"] },
);

test(
  () => {
    assert_equals(Headers.prototype[Symbol.iterator], Headers.prototype.entries);
  },
  "the iterator method is entries",
  { requirements: ["iteration-entries"] },
);

test(
  () => {
    const iterator = sample().entries();
    assert_equals(iterator[Symbol.iterator](), iterator);
  },
  "an iterator is iterable",
  { requirements: ["iteration-iterable"] },
);

test(
  () => {
    const iterator = sample().keys();
    assert_equals(Object.prototype.toString.call(iterator), "[object Headers Iterator]");
  },
  "the class string of an iterator is Headers Iterator",
  { requirements: ["iteration-class-string"] },
);

test(
  () => {
    const prototype = Object.getPrototypeOf(new Headers().keys());
    assert_equals(prototype, Object.getPrototypeOf(new Headers().values()));
    assert_equals(
      Object.getPrototypeOf(prototype),
      Object.getPrototypeOf(Object.getPrototypeOf([].values())),
    );
  },
  "all iterators share a prototype that inherits from %IteratorPrototype%",
  { requirements: ["iteration-prototype"] },
);

test(
  () => {
    const { next } = Object.getPrototypeOf(new Headers().keys());
    assert_throws_js(TypeError, () => next.call([].values()));
    assert_throws_js(TypeError, () => next.call(undefined));
  },
  "next() throws a TypeError for a foreign receiver",
  { requirements: ["iteration-receiver"] },
);

test(
  () => {
    const first = sample().entries().next();
    assert_false(first.done);
    assert_true(Array.isArray(first.value));
    assert_array_equals(first.value, ["a", "2"]);
  },
  "next() gives an array of name and value",
  { requirements: ["iteration-result"] },
);

test(
  () => {
    const iterator = new Headers().entries();
    const result = iterator.next();
    assert_true(result.done);
    assert_equals(result.value, undefined);
  },
  "next() of an empty list is done at once",
  { requirements: ["iteration-done"] },
);

test(
  () => {
    const headers = sample();
    const receiver = {};
    const calls = [];
    headers.forEach(function (...args) {
      calls.push({ receiver: this, args });
    }, receiver);
    assert_equals(calls.length, 2);
    assert_equals(calls[0].receiver, receiver);
    assert_array_equals(calls[0].args, ["2", "a", headers]);
    assert_array_equals(calls[1].args, ["1, 3", "x-b", headers]);
  },
  "forEach() calls back with value, name and the object, and the given receiver",
  { requirements: ["foreach-arguments"] },
);

test(
  () => {
    const returned = sample().forEach(() => {});
    assert_equals(returned, undefined);
  },
  "forEach() returns undefined",
  { requirements: ["foreach-undefined"] },
);

for (const [label, callback] of [
  ["no argument", undefined],
  ["null", null],
  ["an object", {}],
  ["a string", "callback"],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Headers().forEach(callback));
    },
    `forEach() throws a TypeError for ${label}, even for an empty list`,
    { requirements: ["foreach-callback"] },
  );
}

test(
  () => {
    const error = new Error("from the callback");
    let calls = 0;
    assert_throws_exactly(error, () =>
      sample().forEach(() => {
        calls += 1;
        throw error;
      }),
    );
    assert_equals(calls, 1);
  },
  "forEach() stops at an exception and passes it on",
  { requirements: ["foreach-exception"] },
);
