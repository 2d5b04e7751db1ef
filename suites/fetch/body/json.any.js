// META: title=Body.json()
// META: spec=https://fetch.spec.whatwg.org/#dom-body-json
// META: spec=https://infra.spec.whatwg.org/#parse-json-bytes-to-a-javascript-value
// META: script=../resources/body.js
"use strict";

for (const [source, expected] of [
  ["null", null],
  ["true", true],
  ["-1.5e3", -1500],
  ['"text"', "text"],
  ['"\\u00e9\\n"', "\u00e9\n"],
  [" \t\r\n 1 ", 1],
]) {
  for (const holder of bodyHolders) {
    promise_test(
      async () => {
        assert_equals(await holder.make(source).json(), expected);
      },
      `${holder.name}: ${JSON.stringify(source)} is ${format_value(expected)}`,
      { requirements: ["body-json"] },
    );
  }
}

promise_test(
  async () => {
    const value = await new Response('{"a":[1,{"b":null}],"c":"d"}').json();
    assert_array_equals(Object.keys(value), ["a", "c"]);
    assert_true(Array.isArray(value.a));
    assert_equals(value.a[1].b, null);
  },
  "objects and arrays are parsed",
  { requirements: ["body-json"] },
);

promise_test(
  async () => {
    const value = await new Response('{"__proto__":1,"a":1,"a":2}').json();
    assert_true(Object.hasOwn(value, "__proto__"));
    assert_equals(Object.getPrototypeOf(value), Object.prototype);
    assert_equals(value.a, 2);
  },
  "__proto__ is a property like others, and the last of equal keys wins",
  { requirements: ["body-json"] },
);

for (const [label, source] of [
  ["an empty body", ""],
  ["whitespace", " \n"],
  ["a word", "undefined"],
  ["single quotes", "'a'"],
  ["a trailing comma", "[1,]"],
  ["an unclosed object", '{"a":1'],
  ["two values", "1 2"],
  ["a comment", "/* */ 1"],
  ["a leading no-break space", "\u00a01"],
  ["a raw line feed in a string", '"\n"'],
]) {
  for (const holder of bodyHolders) {
    promise_test(
      async (t) => {
        await promise_rejects_js(t, SyntaxError, holder.make(source).json());
      },
      `${holder.name}: ${label} rejects with a SyntaxError`,
      { requirements: ["body-json-invalid"] },
    );
  }
}

promise_test(
  async (t) => {
    await promise_rejects_js(t, SyntaxError, new Response().json());
    await promise_rejects_js(t, SyntaxError, new Request("http://host.example/").json());
  },
  "without a body it rejects with a SyntaxError",
  { requirements: ["body-json-invalid"] },
);

promise_test(
  async () => {
    assert_equals(await new Response("\ufeff[1]").json().then(String), "1");
  },
  "a byte order mark is stripped",
  { requirements: ["body-json-utf8"] },
);

promise_test(
  async (t) => {
    const utf16 = bytesFrom(0xff, 0xfe, 0x31, 0x00);
    await promise_rejects_js(t, SyntaxError, new Response(utf16).json());
  },
  "UTF-16 is not detected and rejects with a SyntaxError",
  { requirements: ["body-json-invalid"] },
);

promise_test(
  async () => {
    assert_equals(await new Response(bytesFrom(0x22, 0xff, 0x22)).json(), "\ufffd");
  },
  "invalid UTF-8 in a string becomes U+FFFD",
  { requirements: ["body-json-utf8"] },
);

promise_test(
  async () => {
    const headers = { "content-type": "text/html;charset=utf-16" };
    assert_equals(await new Response("[]", { headers }).json().then(Array.isArray), true);
  },
  "Content-Type has no effect",
  { requirements: ["body-json-type"] },
);

promise_test(
  async (t) => {
    const response = new Response("{");
    await promise_rejects_js(t, SyntaxError, response.json());
    assert_true(response.bodyUsed);
    await promise_rejects_js(t, TypeError, response.text());
  },
  "a body that is no JSON is used up all the same",
  { requirements: ["body-used"] },
);

promise_test(
  async () => {
    const chunks = ['{"a"', ":", '"\u00e9', '"}'].map(utf8);
    assert_equals((await new Response(streamOf(...chunks)).json()).a, "\u00e9");
  },
  "JSON is put together from several chunks",
  { requirements: ["body-json"] },
);
