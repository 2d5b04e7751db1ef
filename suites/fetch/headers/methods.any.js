// META: title=Headers methods
// META: spec=https://fetch.spec.whatwg.org/#headers-class
// META: spec=https://fetch.spec.whatwg.org/#concept-header-list
"use strict";

test(
  () => {
    assert_equals(new Headers().get("absent"), null);
  },
  "get() returns null for an absent name",
  { requirements: ["headers-get-absent"] },
);

test(
  () => {
    assert_equals(new Headers({ empty: "" }).get("empty"), "");
  },
  "get() returns the empty string for an empty value, not null",
  { requirements: ["headers-get-empty"] },
);

test(
  () => {
    const headers = new Headers();
    headers.append("name", "1");
    headers.append("NAME", "2");
    headers.append("Name", "");
    headers.append("name", "4");
    assert_equals(headers.get("nAmE"), "1, 2, , 4");
  },
  "get() joins all values of a name with a comma and a space, empty ones included",
  { requirements: ["headers-get-joins"] },
);

test(
  () => {
    const headers = new Headers({ "X-Mixed": "1" });
    assert_true(headers.has("x-mixed"));
    assert_true(headers.has("X-MIXED"));
    assert_false(headers.has("x-mix"));
  },
  "has() compares names without regard to ASCII case",
  { requirements: ["header-name-case"] },
);

test(
  () => {
    const headers = new Headers();
    assert_equals(headers.append("a", "1"), undefined);
    assert_equals(headers.set("a", "2"), undefined);
    assert_equals(headers.delete("a"), undefined);
  },
  "append(), set() and delete() return undefined",
  { requirements: ["headers-undefined"] },
);

test(
  () => {
    const headers = new Headers([
      ["name", "1"],
      ["other", "x"],
      ["name", "2"],
    ]);
    headers.set("NAME", "3");
    assert_equals(headers.get("name"), "3");
    assert_equals(headers.get("other"), "x");
  },
  "set() replaces all values of a name",
  { requirements: ["headers-set-replaces"] },
);

test(
  () => {
    const headers = new Headers();
    headers.set("name", "1");
    assert_equals(headers.get("name"), "1");
  },
  "set() adds a name that was absent",
  { requirements: ["headers-set-adds"] },
);

test(
  () => {
    const headers = new Headers({ name: "1" });
    headers.set("name", "2");
    headers.append("name", "3");
    assert_equals(headers.get("name"), "2, 3");
  },
  "append() after set() adds to the new value",
  { requirements: ["headers-append-combines"] },
);

test(
  () => {
    const headers = new Headers([
      ["name", "1"],
      ["name", "2"],
      ["other", "x"],
    ]);
    headers.delete("NaMe");
    assert_false(headers.has("name"));
    assert_equals(headers.get("name"), null);
    assert_true(headers.has("other"));
  },
  "delete() removes all values of a name",
  { requirements: ["headers-delete-all"] },
);

test(
  () => {
    const headers = new Headers({ name: "1" });
    headers.delete("absent");
    assert_equals(headers.get("name"), "1");
  },
  "delete() of an absent name does nothing",
  { requirements: ["headers-delete-absent"] },
);

test(
  () => {
    const headers = new Headers({ name: "1" });
    headers.delete("name");
    headers.append("name", "2");
    assert_equals(headers.get("name"), "2");
  },
  "a deleted name can be added again",
  { requirements: ["headers-delete-again"] },
);

for (const [method, arity] of [
  ["append", 2],
  ["set", 2],
  ["get", 1],
  ["has", 1],
  ["delete", 1],
]) {
  test(
    () => {
      const headers = new Headers();
      assert_throws_js(TypeError, () => headers[method]());
      if (arity === 2) assert_throws_js(TypeError, () => headers[method]("name"));
    },
    `${method}() throws a TypeError when an argument is missing`,
    { requirements: ["headers-arguments"] },
  );

  test(
    () => {
      assert_throws_js(TypeError, () => Headers.prototype[method].call({}, "name", "value"));
    },
    `${method}() throws a TypeError for a receiver that is no Headers object`,
    { requirements: ["headers-receiver"] },
  );
}

test(
  () => {
    const headers = new Headers({ null: "1", undefined: "2", 3: "three" });
    assert_equals(headers.get(null), "1");
    assert_equals(headers.get(undefined), "2");
    assert_equals(headers.get(3), "three");
  },
  "names are converted to strings",
  { requirements: ["header-name-strings"] },
);
