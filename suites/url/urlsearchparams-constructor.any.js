// META: title=URLSearchParams constructor
// META: spec=https://url.spec.whatwg.org/#dom-urlsearchparams-urlsearchparams
// META: spec=https://url.spec.whatwg.org/#urlsearchparams-initialize
"use strict";

function init_test(init, expected, statement) {
  test(() => {
    assert_equals(JSON.stringify([...new URLSearchParams(init())]), JSON.stringify(expected));
  }, statement);
}

const pairs = [
  ["b", "1"],
  ["a", "2"],
  ["b", "3"],
];

init_test(() => undefined, [], "undefined is the empty string");
init_test(() => "", [], "the empty string makes an empty list");
init_test(() => null, [["null", ""]], "null is the string null");
init_test(() => 12, [["12", ""]], "a number is converted to a string");
init_test(() => "b=1&a=2&b=3", pairs, "a string is parsed in order");
init_test(() => "?a=1", [["a", "1"]], "one leading question mark is removed");
init_test(() => "??a=1", [["?a", "1"]], "a second question mark belongs to the name");
init_test(() => " ?a=1", [[" ?a", "1"]], "a question mark after a space belongs to the name");
init_test(() => "#a=1", [["#a", "1"]], "a leading number sign belongs to the name");
init_test(() => "%3Fa=1", [["?a", "1"]], "a percent-encoded question mark belongs to the name");
init_test(() => pairs, pairs, "an array of pairs keeps order and repeated names");
init_test(() => [], [], "an empty array makes an empty list");
init_test(() => [["?a", "1"]], [["?a", "1"]], "a question mark in a pair is kept");
init_test(() => [["a+b", "%41&"]], [["a+b", "%41&"]], "the strings of a pair are not decoded");
init_test(() => [[1, null]], [["1", "null"]], "the items of a pair are converted to strings");
init_test(() => new Set(pairs), pairs, "any iterable of pairs is a sequence");
init_test(() => new Map([["a", "1"]]), [["a", "1"]], "a Map is a sequence of pairs");
init_test(() => [new Set(["a", "1"])], [["a", "1"]], "a pair can be any iterable");
init_test(
  () => ["ab"].map(Object),
  [["a", "b"]],
  "a pair can be a String object of two code points",
);
init_test(
  () => new URLSearchParams(pairs),
  pairs,
  "a URLSearchParams object is a sequence of pairs",
);
init_test(
  () => ({ b: "1", a: "2" }),
  [
    ["b", "1"],
    ["a", "2"],
  ],
  "a record keeps the order of its keys",
);
init_test(() => ({}), [], "an empty object makes an empty list");
init_test(
  () => ({ a: 1, b: undefined }),
  [
    ["a", "1"],
    ["b", "undefined"],
  ],
  "values of a record are converted to strings",
);
init_test(() => ({ "?a": "b+c" }), [["?a", "b+c"]], "the strings of a record are not decoded");
init_test(
  () =>
    Object.create(
      { inherited: "1" },
      { hidden: { value: "2" }, own: { value: "3", enumerable: true } },
    ),
  [["own", "3"]],
  "a record has the own enumerable properties only",
);
init_test(
  () => ({ "a\uD800": "\uDC00b" }),
  [["a\uFFFD", "\uFFFDb"]],
  "lone surrogates of a record become U+FFFD",
);
init_test(
  () => [["\uD800", "\uDC00"]],
  [["\uFFFD", "\uFFFD"]],
  "lone surrogates of a pair become U+FFFD",
);
init_test(
  () => "a\uD800=\uDC00b",
  [["a\uFFFD", "\uFFFDb"]],
  "lone surrogates of a string become U+FFFD",
);

test(() => {
  // Two names that differ as JavaScript strings become one USVString key; the later value wins.
  const params = new URLSearchParams({ "\uD800": "1", x: "2", "\uD801": "3" });
  assert_equals(JSON.stringify([...params]), '[["\uFFFD","3"],["x","2"]]');
}, "keys of a record that become the same string are one key, with the later value");

for (const [what, init] of [
  ["an empty pair", [[]]],
  ["a pair of one item", [["a", "1"], ["b"]]],
  ["a pair of three items", [["a", "1", "2"]]],
  ["a pair that is a string", ["ab"]],
  ["a pair that is a number", [1]],
  ["a pair that is null", [null]],
  ["a String object, whose items are no pairs,", new String("a=1")],
  ["a pair that is an object without an iterator", [{ 0: "a", 1: "b" }]],
  ["a symbol", Symbol("a")],
  ["a symbol as a key of a record", { [Symbol("a")]: "1" }],
  ["a symbol as a value of a record", { a: Symbol("1") }],
  ["an object whose Symbol.iterator is no function", { [Symbol.iterator]: 1 }],
]) {
  test(() => {
    assert_throws_js(TypeError, () => new URLSearchParams(init));
  }, `${what} throws`);
}

test(() => {
  const init = Object.defineProperty({ a: "1" }, Symbol.iterator, { value: null });
  assert_equals(new URLSearchParams(init).toString(), "a=1");
}, "an object whose Symbol.iterator is null is a record");

test(() => {
  assert_throws_js(TypeError, () => URLSearchParams(""));
}, "the constructor needs new");

test(() => {
  const first = new URLSearchParams("a=1");
  const second = new URLSearchParams(first);
  first.append("b", "2");
  second.append("c", "3");
  assert_equals(first.toString(), "a=1&b=2");
  assert_equals(second.toString(), "a=1&c=3");
}, "a copy is independent of the original");

test(() => {
  const init = new URLSearchParams("a=1");
  init[Symbol.iterator] = function* () {
    yield ["replaced", "2"];
  };
  assert_equals(new URLSearchParams(init).toString(), "replaced=2");
}, "a replaced Symbol.iterator of a URLSearchParams object is used");

test(() => {
  assert_equals(URLSearchParams.length, 0);
}, "the constructor's length is 0");

test(() => {
  assert_equals(Object.prototype.toString.call(new URLSearchParams()), "[object URLSearchParams]");
}, "the class string is URLSearchParams");
