// META: title=URLSearchParams: iteration
// META: spec=https://url.spec.whatwg.org/#interface-urlsearchparams
// META: spec=https://webidl.spec.whatwg.org/#js-iterable
"use strict";

const query = "a=1&b=2&a=3";

test(() => {
  assert_equals(JSON.stringify([...new URLSearchParams(query)]), '[["a","1"],["b","2"],["a","3"]]');
}, "the object iterates over its pairs in list order");

test(() => {
  const entries = new URLSearchParams(query).entries();
  assert_equals(JSON.stringify([...entries]), '[["a","1"],["b","2"],["a","3"]]');
}, "entries() iterates over the pairs");

test(() => {
  assert_array_equals([...new URLSearchParams(query).keys()], ["a", "b", "a"]);
}, "keys() iterates over the names, with repetitions");

test(() => {
  assert_array_equals([...new URLSearchParams(query).values()], ["1", "2", "3"]);
}, "values() iterates over the values");

test(() => {
  assert_equals(URLSearchParams.prototype[Symbol.iterator], URLSearchParams.prototype.entries);
}, "Symbol.iterator is entries()");

for (const method of ["entries", "keys", "values", "forEach"]) {
  test(() => {
    assert_throws_js(TypeError, () => URLSearchParams.prototype[method].call({}, () => {}));
  }, `${method}() throws for another receiver`);
}

test(() => {
  const iterator = new URLSearchParams("a=1").keys();
  const first = iterator.next();
  assert_equals(first.value, "a");
  assert_false(first.done);
  for (let i = 0; i < 2; i++) {
    const last = iterator.next();
    assert_equals(last.value, undefined);
    assert_true(last.done);
  }
}, "next() returns result objects and stays done");

test(() => {
  const iterator = new URLSearchParams(query).entries();
  assert_equals(iterator[Symbol.iterator](), iterator);
}, "an iterator is its own iterable");

test(() => {
  const params = new URLSearchParams(query);
  const one = params.keys();
  const other = params.keys();
  one.next();
  assert_equals(one.next().value, "b");
  assert_equals(other.next().value, "a");
}, "two iterators are independent");

test(() => {
  const prototype = Object.getPrototypeOf(new URLSearchParams().entries());
  assert_equals(prototype[Symbol.toStringTag], "URLSearchParams Iterator");
  assert_equals(Object.getPrototypeOf(new URLSearchParams().keys()), prototype);
}, "the iterators share a prototype tagged URLSearchParams Iterator");

test(() => {
  const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  const prototype = Object.getPrototypeOf(new URLSearchParams().entries());
  assert_equals(Object.getPrototypeOf(prototype), iteratorPrototype);
}, "the iterators inherit from %Iterator.prototype%");

test(() => {
  const { next } = new URLSearchParams(query).entries();
  assert_throws_js(TypeError, () => next.call([][Symbol.iterator]()));
}, "next() throws for another receiver");

test(() => {
  const pair = new URLSearchParams("a=1").entries().next().value;
  pair[0] = "changed";
  const params = new URLSearchParams("a=1");
  for (const item of params) {
    item[1] = "changed";
  }
  assert_equals(params.toString(), "a=1");
  assert_true(Array.isArray(pair));
}, "a pair is a new array; changing it does not change the list");

// The value pairs are those of the moment: an iterator holds an index into the live list.
test(() => {
  const params = new URLSearchParams("a=1");
  const seen = [];
  for (const [name] of params) {
    seen.push(name);
    if (seen.length < 4) {
      params.append(`x${seen.length}`, "");
    }
  }
  assert_array_equals(seen, ["a", "x1", "x2", "x3"]);
}, "pairs appended during iteration are visited");

test(() => {
  const params = new URLSearchParams("a=1&b=2&c=3");
  const seen = [];
  for (const [name] of params) {
    seen.push(name);
    params.delete(name);
  }
  assert_array_equals(seen, ["a", "c"]);
  assert_equals(params.toString(), "b=2");
}, "deleting the current pair skips the next one");

test(() => {
  const params = new URLSearchParams("a=1&b=2&c=3");
  const seen = [];
  for (const [name] of params) {
    seen.push(name);
    if (name === "a") {
      params.delete("c");
    }
  }
  assert_array_equals(seen, ["a", "b"]);
}, "a pair deleted before it is reached is not visited");

test(() => {
  const params = new URLSearchParams("b=1&a=2");
  const iterator = params.keys();
  assert_equals(iterator.next().value, "b");
  params.sort();
  assert_equals(iterator.next().value, "b");
  assert_true(iterator.next().done);
}, "sorting during iteration keeps the index");

test(() => {
  const url = new URL("http://h/?a=1&b=2&c=3");
  const iterator = url.searchParams.keys();
  iterator.next();
  url.search = "?x=1&y=2";
  assert_equals(iterator.next().value, "y");
  assert_true(iterator.next().done);
}, "an iterator sees a list replaced through the search setter");

test(() => {
  const params = new URLSearchParams("a=1");
  const iterator = params.values();
  params.set("a", "2");
  assert_equals(iterator.next().value, "2");
}, "an iterator sees a value changed before it is reached");

test(() => {
  const params = new URLSearchParams(query);
  const receiver = {};
  const calls = [];
  const result = params.forEach(function (value, name, object, ...rest) {
    calls.push(`${name}=${value}`);
    assert_equals(this, receiver);
    assert_equals(object, params);
    assert_equals(rest.length, 0);
  }, receiver);
  assert_equals(result, undefined);
  assert_array_equals(calls, ["a=1", "b=2", "a=3"]);
}, "forEach() passes value, name and object, and the given this value");

test(() => {
  let receiver = "unset";
  new URLSearchParams("a=1").forEach(function () {
    receiver = this;
  });
  assert_equals(receiver, undefined);
}, "forEach() passes an undefined this value by default");

test(() => {
  const params = new URLSearchParams("a=1&b=2");
  const seen = [];
  params.forEach((_, name) => {
    seen.push(name);
    if (name === "a") {
      params.append("c", "3");
    }
  });
  assert_array_equals(seen, ["a", "b", "c"]);
}, "forEach() visits pairs appended by the callback");

test(() => {
  const error = new Error("callback");
  assert_throws_exactly(error, () =>
    new URLSearchParams(query).forEach(() => {
      throw error;
    }),
  );
}, "forEach() passes an exception of the callback on");

test(() => {
  assert_throws_js(TypeError, () => new URLSearchParams("").forEach());
  assert_throws_js(TypeError, () => new URLSearchParams("").forEach({}));
}, "forEach() needs a function even for an empty list");
