// META: title=URLSearchParams and the URL it belongs to
// META: spec=https://url.spec.whatwg.org/#concept-urlsearchparams-update
// META: spec=https://url.spec.whatwg.org/#dom-url-searchparams
// META: spec=https://url.spec.whatwg.org/#dom-url-search
"use strict";

// Rows: [statement, href before, change of searchParams, href after]
for (const [statement, before, change, after] of [
  ["append() adds a query", "http://h/p#f", (p) => p.append("a", "1"), "http://h/p?a=1#f"],
  ["append() extends the query", "http://h/?a=1", (p) => p.append("b", "2"), "http://h/?a=1&b=2"],
  [
    "append() adds a query to an opaque path",
    "data:x#f",
    (p) => p.append("a", "1"),
    "data:x?a=1#f",
  ],
  ["set() replaces in the query", "http://h/?a=1&b=2", (p) => p.set("a", "3"), "http://h/?a=3&b=2"],
  ["delete() shortens the query", "http://h/?a=1&b=2", (p) => p.delete("a"), "http://h/?b=2"],
  [
    "delete() of the last pair removes the question mark",
    "http://h/?a=1#f",
    (p) => p.delete("a"),
    "http://h/#f",
  ],
  [
    "delete() of an absent name serializes the query anew",
    "http://h/?a=~&b",
    (p) => p.delete("c"),
    "http://h/?a=%7E&b=",
  ],
  [
    "delete() removes a question mark without a query",
    "http://h/?",
    (p) => p.delete("a"),
    "http://h/",
  ],
  [
    "the query is serialized as a form",
    "http://h/?q=a%20b'",
    (p) => p.append("c", "'"),
    "http://h/?q=a+b%27&c=%27",
  ],
  [
    "delimiters of the URL are percent-encoded",
    "http://h/",
    (p) => p.append("#", "?&"),
    "http://h/?%23=%3F%26",
  ],
  ["empty sequences are dropped", "http://h/?&&a&&", (p) => p.append("b", ""), "http://h/?a=&b="],
]) {
  test(() => {
    const url = new URL(before);
    change(url.searchParams);
    assert_equals(url.href, after);
  }, statement);
}

for (const [statement, read] of [
  ["get()", (p) => p.get("a")],
  ["has()", (p) => p.has("a")],
  ["toString()", (p) => p.toString()],
  ["iteration", (p) => [...p]],
]) {
  test(() => {
    const url = new URL("http://h/?a=~&&b");
    read(url.searchParams);
    assert_equals(url.search, "?a=~&&b");
  }, `${statement} leaves the query as it is written`);
}

// Rows: [statement, value given to search, pairs of searchParams]
for (const [statement, search, pairs] of [
  [
    "the search setter refills the object",
    "?b=2&c=3",
    [
      ["b", "2"],
      ["c", "3"],
    ],
  ],
  ["the search setter works without a question mark", "b=2", [["b", "2"]]],
  ["a second question mark belongs to the name", "??b=2", [["?b", "2"]]],
  ["the empty string empties the object", "", []],
  ["a question mark alone empties the object", "?", []],
  ["the object gets decoded strings", "?b+c=%C3%BC", [["b c", "ü"]]],
  ["a number sign belongs to the value", "?b=#c", [["b", "#c"]]],
  ["the object gets a percent-encoded number sign decoded", "?b=%23", [["b", "#"]]],
]) {
  test(() => {
    const url = new URL("http://h/?a=1");
    const params = url.searchParams;
    url.search = search;
    assert_equals(url.searchParams, params, "the object stays");
    assert_equals(JSON.stringify([...params]), JSON.stringify(pairs));
  }, statement);
}

test(() => {
  const url = new URL("http://h/?a=1");
  const params = url.searchParams;
  for (const member of ["hash", "pathname", "host", "username"]) {
    url[member] = "x";
  }
  url.searchParams.append("b", "2");
  assert_equals(params.toString(), "a=1&b=2");
  assert_equals(url.href, "http://x@x/x?a=1&b=2#x");
}, "other setters leave the object linked and filled");

test(() => {
  const url = new URL("http://h/?a=1");
  const copy = new URLSearchParams(url.searchParams);
  copy.append("b", "2");
  assert_equals(url.search, "?a=1");
}, "a copy of the object is not linked to the URL");

test(() => {
  const url = new URL("http://h/?a=1");
  const params = url.searchParams;
  const other = new URL(url);
  other.searchParams.append("b", "2");
  assert_equals(url.search, "?a=1");
  assert_equals(params.toString(), "a=1");
}, "the object of a second URL is not linked to the first");

test(() => {
  const url = new URL("?a=1", "http://h/?b=2");
  assert_equals(url.searchParams.toString(), "a=1");
}, "the object is filled from the resolved URL");

test(() => {
  const url = new URL("#f", "http://h/?b=2");
  assert_equals(url.searchParams.toString(), "b=2");
}, "the object is filled from the base's query where that is kept");

// The search setter's last step sets the list "to the result of parsing input", where input is the
// given value without its question mark; tab and newline are removed inside the URL parser only.
test(() => {
  const url = new URL("http://h/");
  url.search = "?a=\tb\n";
  assert_equals(url.search, "?a=b");
  assert_equals(url.searchParams.get("a"), "\tb\n");
}, "tab and newline given to search reach the object, but not the query");
