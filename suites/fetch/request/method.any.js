// META: title=Request methods: normalisation, forbidden and invalid ones
// META: spec=https://fetch.spec.whatwg.org/#concept-method
// META: spec=https://fetch.spec.whatwg.org/#concept-method-normalize
// META: spec=https://fetch.spec.whatwg.org/#forbidden-method
"use strict";

const url = "http://host.example/";

for (const method of ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"]) {
  for (const input of [method.toLowerCase(), method[0] + method.slice(1).toLowerCase()]) {
    test(
      () => {
        assert_equals(new Request(url, { method: input }).method, method);
      },
      `${input} is normalised to ${method}`,
      { requirements: ["method-normalize"] },
    );
  }
}

for (const method of ["patch", "Patch", "PATCH", "propfind", "x", "getx", "0", "!#$%&'*+-.^_`|~"]) {
  test(
    () => {
      assert_equals(new Request(url, { method }).method, method);
    },
    `${method} is kept as it is`,
    { requirements: ["method-kept"] },
  );
}

for (const method of ["CONNECT", "TRACE", "TRACK"]) {
  for (const input of [method, method.toLowerCase(), method[0] + method.slice(1).toLowerCase()]) {
    test(
      () => {
        assert_throws_js(TypeError, () => new Request(url, { method: input }));
      },
      `${input} is forbidden`,
      { requirements: ["method-forbidden"] },
    );
  }
}

for (const [label, method] of [
  ["the empty string", ""],
  ["a leading space", " GET"],
  ["a trailing space", "GET "],
  ["a space inside", "G T"],
  ["a line feed", "GET\n"],
  ["a carriage return", "GET\r"],
  ["a NUL", "G\0T"],
  ["a comma", "GET,PUT"],
  ["a colon", "GET:"],
  ["a slash", "GET/"],
  ["parentheses", "(GET)"],
  ["a quotation mark", '"GET"'],
  ["a byte above 0x7F", "G\u00c9T"],
  ["a code unit above 0xFF", "G\u0112T"],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Request(url, { method }));
    },
    `a method with ${label} is no token and throws a TypeError`,
    { requirements: ["method-token"] },
  );
}

test(
  () => {
    assert_equals(new Request(url, { method: null }).method, "null");
  },
  "null is converted to the method null",
  { requirements: ["method-strings"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Request(url, { method: Symbol("GET") }));
  },
  "a symbol throws a TypeError",
  { requirements: ["method-strings"] },
);

test(
  () => {
    const first = new Request(url, { method: "Chicken" });
    assert_equals(new Request(first).method, "Chicken");
    assert_equals(new Request(first, { method: "put" }).method, "PUT");
    assert_equals(first.method, "Chicken");
  },
  "the method of an input request is copied, or replaced by that of init",
  { requirements: ["method-copied"] },
);

for (const method of ["GET", "HEAD", "get", "hEaD"]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Request(url, { method, body: "text" }));
    },
    `${method} with a body throws a TypeError`,
    { requirements: ["request-get-body"] },
  );

  test(
    () => {
      assert_throws_js(TypeError, () => new Request(url, { method, body: "" }));
    },
    `${method} with an empty body throws a TypeError`,
    { requirements: ["request-get-body"] },
  );

  test(
    () => {
      assert_equals(new Request(url, { method, body: null }).body, null);
    },
    `${method} with a null body is allowed`,
    { requirements: ["request-get-null-body"] },
  );
}

test(
  () => {
    assert_throws_js(TypeError, () => new Request(url, { body: "text" }));
  },
  "a body without a method throws a TypeError, as the method is GET",
  { requirements: ["request-get-body"] },
);

promise_test(
  async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "Chicken"]) {
      const request = new Request(url, { method, body: "text" });
      assert_equals(await request.text(), "text", method);
    }
  },
  "every other method may have a body",
  { requirements: ["request-other-body"] },
);
