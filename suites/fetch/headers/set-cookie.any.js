// META: title=Headers and Set-Cookie
// META: spec=https://fetch.spec.whatwg.org/#dom-headers-getsetcookie
// META: spec=https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine
"use strict";

const cookies = () =>
  new Headers([
    ["set-cookie", "a=1"],
    ["x-between", "b"],
    ["Set-Cookie", "c=3"],
  ]);

test(
  () => {
    const list = new Headers().getSetCookie();
    assert_true(Array.isArray(list));
    assert_equals(list.length, 0);
  },
  "getSetCookie() returns an empty array when there is none",
  { requirements: ["set-cookie-empty"] },
);

test(
  () => {
    assert_array_equals(new Headers({ "set-cookie": "a=1" }).getSetCookie(), ["a=1"]);
  },
  "getSetCookie() returns one value",
  { requirements: ["set-cookie-values"] },
);

test(
  () => {
    assert_array_equals(cookies().getSetCookie(), ["a=1", "c=3"]);
  },
  "getSetCookie() returns the values in order, whatever the case of their names",
  { requirements: ["set-cookie-values"] },
);

test(
  () => {
    const headers = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "a=1"],
    ]);
    assert_array_equals(headers.getSetCookie(), ["a=1", "a=1"]);
  },
  "getSetCookie() keeps equal values",
  { requirements: ["set-cookie-values"] },
);

test(
  () => {
    const headers = new Headers({
      "set-cookie": "a=1, b=2; Expires=Wed, 21 Oct 2065 07:28:00 GMT",
    });
    assert_array_equals(headers.getSetCookie(), [
      "a=1, b=2; Expires=Wed, 21 Oct 2065 07:28:00 GMT",
    ]);
  },
  "getSetCookie() does not split a value at commas",
  { requirements: ["set-cookie-commas"] },
);

test(
  () => {
    assert_array_equals(new Headers({ "set-cookie": "" }).getSetCookie(), [""]);
  },
  "getSetCookie() returns an empty value",
  { requirements: ["set-cookie-values"] },
);

test(
  () => {
    const headers = cookies();
    assert_not_equals(headers.getSetCookie(), headers.getSetCookie());
    headers.getSetCookie().push("d=4");
    assert_equals(headers.getSetCookie().length, 2);
  },
  "getSetCookie() returns a new array each time",
  { requirements: ["set-cookie-array"] },
);

test(
  () => {
    assert_array_equals(new Headers({ "set-cookie2": "a=1" }).getSetCookie(), []);
  },
  "getSetCookie() ignores Set-Cookie2",
  { requirements: ["set-cookie-two"] },
);

test(
  () => {
    assert_equals(cookies().get("set-cookie"), "a=1, c=3");
  },
  "get() joins Set-Cookie values like any other",
  { requirements: ["set-cookie-get"] },
);

test(
  () => {
    assert_equals(
      JSON.stringify([...cookies()]),
      '[["set-cookie","a=1"],["set-cookie","c=3"],["x-between","b"]]',
    );
  },
  "iteration gives each Set-Cookie header as a pair of its own",
  { requirements: ["set-cookie-iteration"] },
);

test(
  () => {
    assert_array_equals([...cookies().keys()], ["set-cookie", "set-cookie", "x-between"]);
    assert_array_equals([...cookies().values()], ["a=1", "c=3", "b"]);
  },
  "keys() and values() give each Set-Cookie header",
  { requirements: ["set-cookie-iteration"] },
);

test(
  () => {
    const seen = [];
    cookies().forEach((value, name) => {
      seen.push(`${name}: ${value}`);
    });
    assert_array_equals(seen, ["set-cookie: a=1", "set-cookie: c=3", "x-between: b"]);
  },
  "forEach() visits each Set-Cookie header",
  { requirements: ["set-cookie-iteration"] },
);

test(
  () => {
    const headers = new Headers([
      ["set-cookie2", "z"],
      ["set-cookie", "y"],
      ["set-cookie2", "x"],
      ["set-a", "w"],
    ]);
    assert_equals(
      JSON.stringify([...headers]),
      '[["set-a","w"],["set-cookie","y"],["set-cookie2","z, x"]]',
    );
  },
  "Set-Cookie is sorted by name like the others, and Set-Cookie2 is combined",
  { requirements: ["set-cookie-sorted"] },
);

test(
  () => {
    const headers = cookies();
    headers.set("set-COOKIE", "d=4");
    assert_array_equals(headers.getSetCookie(), ["d=4"]);
  },
  "set() replaces all Set-Cookie headers by one",
  { requirements: ["set-cookie-set"] },
);

test(
  () => {
    const headers = cookies();
    headers.append("SET-COOKIE", "  d=4  ");
    assert_array_equals(headers.getSetCookie(), ["a=1", "c=3", "d=4"]);
  },
  "append() adds a normalised Set-Cookie header at the end",
  { requirements: ["set-cookie-append"] },
);

test(
  () => {
    const headers = cookies();
    headers.delete("Set-Cookie");
    assert_array_equals(headers.getSetCookie(), []);
    assert_false(headers.has("set-cookie"));
  },
  "delete() removes all Set-Cookie headers",
  { requirements: ["set-cookie-delete"] },
);
