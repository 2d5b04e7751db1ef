// META: title=Headers iteration while the list changes
// META: spec=https://webidl.spec.whatwg.org/#js-default-iterator-object
// META: spec=https://webidl.spec.whatwg.org/#js-forEach
// META: spec=https://fetch.spec.whatwg.org/#headers-class
"use strict";

// An iterator holds an index into the list as it is sorted and combined at each step.
const abc = () => new Headers({ a: "1", b: "2", c: "3" });

test(
  () => {
    const headers = abc();
    const seen = [];
    for (const [name] of headers) {
      seen.push(name);
      if (name === "b") headers.append("d", "4");
    }
    assert_array_equals(seen, ["a", "b", "c", "d"]);
  },
  "a header added behind the current one is visited",
  { requirements: ["iteration-live-index"] },
);

test(
  () => {
    const headers = new Headers({ b: "2" });
    const iterator = headers.keys();
    assert_equals(iterator.next().value, "b");
    headers.append("a", "1");
    assert_equals(iterator.next().value, "b");
    assert_true(iterator.next().done);
  },
  "a header added before the current one makes it appear twice",
  { requirements: ["iteration-live-index"] },
);

test(
  () => {
    const headers = abc();
    const iterator = headers.keys();
    assert_equals(iterator.next().value, "a");
    headers.delete("a");
    assert_equals(iterator.next().value, "c");
    assert_true(iterator.next().done);
  },
  "deleting the current header skips the next",
  { requirements: ["iteration-live-index"] },
);

test(
  () => {
    const headers = abc();
    const iterator = headers.keys();
    assert_equals(iterator.next().value, "a");
    headers.delete("b");
    assert_equals(iterator.next().value, "c");
  },
  "a later header that is deleted is not visited",
  { requirements: ["iteration-live-index"] },
);

test(
  () => {
    const headers = abc();
    const iterator = headers.values();
    iterator.next();
    headers.set("b", "changed");
    headers.append("c", "more");
    assert_equals(iterator.next().value, "changed");
    assert_equals(iterator.next().value, "3, more");
  },
  "changed values are seen",
  { requirements: ["iteration-live-values"] },
);

test(
  () => {
    const headers = abc();
    const iterator = headers.keys();
    for (const name of ["a", "b", "c"]) headers.delete(name);
    assert_true(iterator.next().done);
  },
  "an iterator over a list emptied meanwhile is done",
  { requirements: ["iteration-live-index"] },
);

test(
  () => {
    const headers = new Headers({ a: "1" });
    const iterator = headers.keys();
    assert_equals(iterator.next().value, "a");
    assert_true(iterator.next().done);
    headers.append("b", "2");
    // Web IDL's next() only compares the index with the length; "done" is not remembered.
    const result = iterator.next();
    assert_false(result.done);
    assert_equals(result.value, "b");
  },
  "an iterator that was done goes on when a header is added",
  { requirements: ["iteration-goes-on"] },
);

test(
  () => {
    const headers = new Headers([
      ["set-cookie", "a"],
      ["set-cookie", "b"],
    ]);
    const iterator = headers.values();
    assert_equals(iterator.next().value, "a");
    headers.append("set-cookie", "c");
    assert_equals(iterator.next().value, "b");
    assert_equals(iterator.next().value, "c");
  },
  "a Set-Cookie header added meanwhile is visited",
  { requirements: ["iteration-live-set-cookie"] },
);

test(
  () => {
    const headers = new Headers({ a: "1", b: "2" });
    const first = headers.keys();
    const second = headers.keys();
    first.next();
    assert_equals(second.next().value, "a");
    assert_equals(first.next().value, "b");
  },
  "iterators of one object are independent",
  { requirements: ["iteration-independent"] },
);

test(
  () => {
    const headers = abc();
    const seen = [];
    headers.forEach((value, name) => {
      seen.push(name);
      if (name === "a") headers.append("d", "4");
    });
    assert_array_equals(seen, ["a", "b", "c", "d"]);
  },
  "forEach() visits a header added behind the current one",
  { requirements: ["foreach-live"] },
);

test(
  () => {
    const headers = abc();
    const seen = [];
    headers.forEach((value, name) => {
      seen.push(name);
      headers.delete(name);
    });
    assert_array_equals(seen, ["a", "c"]);
  },
  "forEach() skips the next header when the current one is deleted",
  { requirements: ["foreach-live"] },
);
