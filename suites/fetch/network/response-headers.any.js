// META: title=fetch(): headers of responses
// META: spec=https://fetch.spec.whatwg.org/#concept-header-list
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: script=../resources/server.sub.js
"use strict";

const headersOf = async (...header) => (await fetch(server.url("respond", { header }))).headers;

for (const [label, lines, name, expected] of [
  ["one value", ["X-One:1"], "x-one", "1"],
  ["a name in any case", ["x-oNE:1"], "X-One", "1"],
  ["several lines", ["X-One:1", "X-One:2", "X-One:3"], "x-one", "1, 2, 3"],
  ["lines in different case", ["X-One:1", "x-one:2"], "x-one", "1, 2"],
  ["no value", ["X-One:"], "x-one", ""],
  ["an empty line among others", ["X-One:1", "X-One:", "X-One:3"], "x-one", "1, , 3"],
  ["white space around", ["X-One: \t 1 \t "], "x-one", "1"],
  ["white space inside", ["X-One:a \t b"], "x-one", "a \t b"],
  ["commas", ["X-One:a, b,c"], "x-one", "a, b,c"],
  ["colons", ["X-One:a:b::"], "x-one", "a:b::"],
  ["quotes", ['X-One:"a, b"'], "x-one", '"a, b"'],
  ["bytes above 0x7F", ["X-One:\u00e9\u00ff"], "x-one", "\u00e9\u00ff"],
  ["bytes of UTF-8", ["X-One:\u00c3\u00a9"], "x-one", "\u00c3\u00a9"],
  ["a long value", [`X-One:${"x".repeat(4000)}`], "x-one", "x".repeat(4000)],
  ["a name of all kinds of characters", ["!#$%&'*+-.^_`|~9aZ:1"], "!#$%&'*+-.^_`|~9az", "1"],
]) {
  promise_test(
    async () => {
      assert_equals((await headersOf(...lines)).get(name), expected);
    },
    `a header with ${label} is read`,
    { requirements: ["response-headers-read"] },
  );
}

promise_test(
  async () => {
    const headers = await headersOf("X-B:2", "X-A:1", "X-B:3");
    const own = [...headers].filter(([name]) => name.startsWith("x-"));
    assert_equals(JSON.stringify(own), '[["x-a","1"],["x-b","2, 3"]]');
  },
  "headers are iterated in lower case, sorted and combined",
  { requirements: ["iteration-combined"] },
);

promise_test(
  async () => {
    const headers = await headersOf("X-One:1");
    assert_throws_js(TypeError, () => headers.append("x-two", "2"));
    assert_throws_js(TypeError, () => headers.set("x-one", "2"));
    assert_throws_js(TypeError, () => headers.delete("x-one"));
    assert_equals(headers.get("x-one"), "1");
  },
  "the headers of a response cannot be changed",
  { requirements: ["guard-immutable-change", "guard-immutable-delete"] },
);

promise_test(
  async () => {
    const copy = (await fetch(server.url("respond", { header: "X-One:1" }))).clone();
    assert_equals(copy.headers.get("x-one"), "1");
    assert_throws_js(TypeError, () => copy.headers.set("x-one", "2"));
  },
  "neither can those of its clone",
  { requirements: ["guard-immutable-change"] },
);

promise_test(
  async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `X-${index}:${index}`);
    const headers = await headersOf(...lines);
    for (let i = 0; i < 60; i += 1) assert_equals(headers.get(`x-${i}`), String(i));
  },
  "sixty headers are read",
  { requirements: ["response-headers-read"] },
);

promise_test(
  async () => {
    const { headers } = await fetch(server.url("respond", { body: "text" }));
    assert_equals(headers.get("content-length"), "4");
    assert_true(headers.has("date"));
  },
  "Content-Length and Date of the server are there",
  { requirements: ["response-headers-read"] },
);

promise_test(
  async () => {
    const { headers } = await fetch(server.url("respond", { body: "text" }));
    assert_equals(headers.get("content-type"), null);
  },
  "no Content-Type is made up",
  { requirements: ["response-headers-only"] },
);

promise_test(
  async () => {
    const headers = await headersOf("X-One:1");
    assert_equals(headers.get("x-two"), null);
    assert_false(headers.has("x-two"));
    assert_true(headers.has("X-ONE"));
  },
  "has() tells which headers came",
  { requirements: ["header-name-case"] },
);

promise_test(
  async () => {
    // RFC 9110, section 5.5: a recipient of NUL within a field value "MUST either reject the message
    // or replace each of those characters with SP".
    const bytes = "HTTP/1.1 200 OK\r\nX-One: a\0b\r\nContent-Length: 0\r\n\r\n";
    const value = await fetch(server.url("raw", { bytes })).then(
      (response) => response.headers.get("x-one"),
      (error) => error,
    );
    if (typeof value === "string") assert_equals(value, "a b");
    else assert_true(value instanceof TypeError, "rejects with a TypeError");
  },
  "a NUL in a value is a network error, or given as a space",
  { requirements: ["response-fields-invalid"] },
);
