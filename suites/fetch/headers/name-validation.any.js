// META: title=Headers: which strings are names
// META: spec=https://fetch.spec.whatwg.org/#header-name
// META: spec=https://fetch.spec.whatwg.org/#headers-validate
"use strict";

// field-name is a token: one or more of these characters (RFC 9110, section 5.6.2).
const tokenPunctuation = "!#$%&'*+-.^_`|~";

for (const character of tokenPunctuation) {
  test(
    () => {
      const headers = new Headers();
      headers.append(`a${character}`, "value");
      assert_equals(headers.get(`A${character}`), "value");
    },
    `a name may contain ${character}`,
    { requirements: ["header-name-token"] },
  );
}

test(
  () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const headers = new Headers();
    for (const character of letters) headers.append(`x${character}`, character);
    for (const character of letters) assert_true(headers.has(`x${character}`), character);
  },
  "a name may contain every ASCII letter and digit",
  { requirements: ["header-name-token"] },
);

test(
  () => {
    const headers = new Headers({ 0: "value" });
    assert_equals(headers.get("0"), "value");
  },
  "a name may be a single digit",
  { requirements: ["header-name-token"] },
);

const invalidNames = [
  ["the empty string", ""],
  ["a space inside", "a b"],
  ["a leading space", " a"],
  ["a trailing space", "a "],
  ["a tab", "a\tb"],
  ["a trailing line feed", "a\n"],
  ["a carriage return", "a\rb"],
  ["a NUL", "a\0b"],
  ["a DEL", "a\x7f"],
  ["a control character", "a\x1f"],
  ["a colon", "a:"],
  ["a comma", "a,b"],
  ["a semicolon", "a;b"],
  ["an equals sign", "a=b"],
  ["a quotation mark", 'a"b'],
  ["a slash", "a/b"],
  ["a backslash", "a\\b"],
  ["a question mark", "a?b"],
  ["an at sign", "a@b"],
  ["parentheses", "a(b)"],
  ["square brackets", "a[b]"],
  ["curly brackets", "a{b}"],
  ["angle brackets", "a<b>"],
  ["a byte above 0x7F", "a\u00e9"],
];

for (const [label, name] of invalidNames) {
  test(
    () => {
      const headers = new Headers();
      assert_throws_js(TypeError, () => headers.append(name, "value"));
      assert_equals([...headers].length, 0);
    },
    `append() throws a TypeError for a name with ${label}`,
    { requirements: ["header-name-invalid"] },
  );
}

for (const [method, call] of [
  ["set", (headers, name) => headers.set(name, "value")],
  ["get", (headers, name) => headers.get(name)],
  ["has", (headers, name) => headers.has(name)],
  ["delete", (headers, name) => headers.delete(name)],
]) {
  for (const [label, name] of [
    ["that is empty", ""],
    ["with a space", "a b"],
    ["with a line feed", "a\nb"],
    ["with a byte above 0x7F", "\u00fc"],
    ["with a code unit above 0xFF", "\u2603"],
  ]) {
    test(
      () => {
        const headers = new Headers({ kept: "1" });
        assert_throws_js(TypeError, () => call(headers, name));
        assert_equals(JSON.stringify([...headers]), '[["kept","1"]]');
      },
      `${method}() throws a TypeError for a name ${label}`,
      { requirements: ["header-name-invalid-each"] },
    );
  }
}
