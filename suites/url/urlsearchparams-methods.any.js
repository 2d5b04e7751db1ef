// META: title=URLSearchParams: size, append, delete, get, getAll, has and set
// META: spec=https://url.spec.whatwg.org/#interface-urlsearchparams
"use strict";

// Rows: [statement, query before, change, query after]
for (const [statement, before, change, after] of [
  ["append() adds a pair at the end", "a=1", (p) => p.append("b", "2"), "a=1&b=2"],
  ["append() keeps pairs of the same name", "a=1", (p) => p.append("a", "2"), "a=1&a=2"],
  ["append() takes empty strings", "a=1", (p) => p.append("", ""), "a=1&="],
  ["append() converts null", "", (p) => p.append(null, null), "null=null"],
  ["append() converts undefined", "", (p) => p.append(undefined, undefined), "undefined=undefined"],
  ["append() does not decode", "", (p) => p.append("a+b", "%20"), "a%2Bb=%2520"],
  [
    "append() replaces lone surrogates",
    "",
    (p) => p.append("\uD800", "\uDC00"),
    "%EF%BF%BD=%EF%BF%BD",
  ],
  ["delete() removes every pair of the name", "a=1&b=2&a=3", (p) => p.delete("a"), "b=2"],
  ["delete() ignores a name that is absent", "a=1", (p) => p.delete("b"), "a=1"],
  ["delete() compares case-sensitively", "a=1", (p) => p.delete("A"), "a=1"],
  ["delete() takes the empty name", "=1&a=2", (p) => p.delete(""), "a=2"],
  ["delete() converts its name", "null=1&a=2", (p) => p.delete(null), "a=2"],
  [
    "delete() with a value removes the pairs of both",
    "a=1&a=2&b=1&a=1",
    (p) => p.delete("a", "1"),
    "a=2&b=1",
  ],
  ["delete() with a value ignores another value", "a=1", (p) => p.delete("a", "2"), "a=1"],
  [
    "delete() with an undefined value ignores the value",
    "a=1&a=2",
    (p) => p.delete("a", undefined),
    "",
  ],
  ["delete() converts its value", "a=null&a=1", (p) => p.delete("a", null), "a=1"],
  ["set() replaces the value in place", "a=1&b=2", (p) => p.set("a", "3"), "a=3&b=2"],
  [
    "set() keeps the first pair of the name only",
    "a=1&b=2&a=3&a=4",
    (p) => p.set("a", "5"),
    "a=5&b=2",
  ],
  ["set() appends an absent name", "a=1", (p) => p.set("b", "2"), "a=1&b=2"],
  ["set() converts its arguments", "null=1", (p) => p.set(null, undefined), "null=undefined"],
  [
    "set() replaces lone surrogates before comparing",
    "%EF%BF%BD=1",
    (p) => p.set("\uD800", "2"),
    "%EF%BF%BD=2",
  ],
]) {
  test(() => {
    const params = new URLSearchParams(before);
    assert_equals(change(params), undefined);
    assert_equals(params.toString(), after);
  }, statement);
}

// Rows: [statement, query, reading, result]
for (const [statement, query, read, expected] of [
  ["get() returns the first value", "a=1&b=2&a=3", (p) => p.get("a"), "1"],
  ["get() returns an empty value", "a", (p) => p.get("a"), ""],
  ["get() returns null for an absent name", "a=1", (p) => p.get("b"), null],
  ["get() compares case-sensitively", "a=1", (p) => p.get("A"), null],
  ["get() finds the empty name", "=1", (p) => p.get(""), "1"],
  ["get() compares decoded names", "a+b=1", (p) => p.get("a b"), "1"],
  ["get() does not normalize names", "%C3%BC=1", (p) => p.get("u\u0308"), null],
  ["get() converts its argument", "undefined=1", (p) => p.get(undefined), "1"],
  ["get() does not find names of Object.prototype", "", (p) => p.get("toString"), null],
  ["has() finds a name", "a=1", (p) => p.has("a"), true],
  ["has() does not find an absent name", "a=1", (p) => p.has("b"), false],
  ["has() finds the empty name", "=1", (p) => p.has(""), true],
  ["has() with a value finds the pair", "a=1&a=2", (p) => p.has("a", "2"), true],
  ["has() with a value does not find another value", "a=1&b=2", (p) => p.has("a", "2"), false],
  ["has() with an undefined value ignores the value", "a=1", (p) => p.has("a", undefined), true],
  ["has() converts its value", "a=null", (p) => p.has("a", null), true],
  ["has() with the empty value finds it", "a", (p) => p.has("a", ""), true],
  ["size is the number of pairs", "a=1&b=2&a=1", (p) => p.size, 3],
  ["size is 0 for an empty list", "", (p) => p.size, 0],
  ["size does not count empty sequences", "&&a&", (p) => p.size, 1],
]) {
  test(() => {
    assert_equals(read(new URLSearchParams(query)), expected);
  }, statement);
}

test(() => {
  assert_array_equals(new URLSearchParams("a=2&b=3&a=1&a=2").getAll("a"), ["2", "1", "2"]);
}, "getAll() returns all values in list order");

test(() => {
  assert_array_equals(new URLSearchParams("a=1").getAll("b"), []);
}, "getAll() returns an empty array for an absent name");

test(() => {
  const params = new URLSearchParams("a=1");
  params.getAll("a").push("2");
  assert_array_equals(params.getAll("a"), ["1"]);
}, "getAll() returns a new array each time");

test(() => {
  const params = new URLSearchParams("a=1");
  params.append("b", "2");
  assert_equals(params.size, 2);
  params.delete("a");
  assert_equals(params.size, 1);
  params.set("c", "3");
  assert_equals(params.size, 2);
}, "size follows the changes");

test(() => {
  const params = new URLSearchParams("a=1");
  assert_throws_js(TypeError, () => {
    params.size = 5;
  });
  assert_equals(params.size, 1);
}, "size is read-only");

for (const [method, required] of Object.entries({
  append: 2,
  delete: 1,
  get: 1,
  getAll: 1,
  has: 1,
  set: 2,
})) {
  test(() => {
    const params = new URLSearchParams("undefined=1");
    assert_throws_js(TypeError, () => params[method](...["undefined"].slice(0, required - 1)));
    assert_equals(params.toString(), "undefined=1");
  }, `${method}() throws for fewer than ${required} arguments`);

  test(() => {
    assert_throws_js(TypeError, () => URLSearchParams.prototype[method].call({}, "a", "b"));
  }, `${method}() throws for another receiver`);

  test(() => {
    const params = new URLSearchParams("a=1");
    assert_throws_js(TypeError, () => params[method](Symbol("a"), "b"));
    assert_equals(params.toString(), "a=1");
  }, `${method}() throws for a symbol as name`);
}
