// META: title=Request constructor: the input
// META: spec=https://fetch.spec.whatwg.org/#dom-request
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
"use strict";

const url = "http://host.example/path";

for (const [label, input, expected] of [
  ["a URL string", "http://host.example/a?b", "http://host.example/a?b"],
  ["a URL string to be normalised", " HTTP://HOST.example:80/a b\n", "http://host.example/a%20b"],
  ["a URL string with a fragment", "http://host.example/#part", "http://host.example/#part"],
  ["a URL string with an empty user name", "http://@host.example/", "http://host.example/"],
  ["a lone surrogate", "http://host.example/?\ud800", "http://host.example/?%EF%BF%BD"],
  ["a data: URL", "data:text/plain,a%20b", "data:text/plain,a%20b"],
  ["a URL of an unknown scheme", "x-unknown:opaque", "x-unknown:opaque"],
  ["an object with toString", { toString: () => "http://host.example/t" }, "http://host.example/t"],
]) {
  test(
    () => {
      assert_equals(new Request(input).url, expected);
    },
    `${label} is accepted as input`,
    { requirements: ["request-input-strings"] },
  );
}

test(
  () => {
    const object = new URL("https://host.example:8080/a?b#c");
    assert_equals(new Request(object).url, "https://host.example:8080/a?b#c");
  },
  "a URL object is accepted as input",
  { requirements: ["request-input-strings"] },
);

for (const input of [
  "http://",
  "http://[::1",
  "http://host.example:65536/",
  "http://a<b/",
  "https://%zz/",
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Request(input));
    },
    `the invalid URL ${input} throws a TypeError`,
    { requirements: ["request-url-invalid"] },
  );
}

for (const input of [
  "http://user@host.example/",
  "http://user:secret@host.example/",
  "http://:secret@host.example/",
  "https://user:@host.example/",
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Request(input));
    },
    `the credentials in ${input} throw a TypeError`,
    { requirements: ["request-url-credentials"] },
  );
}

test(
  () => {
    assert_throws_js(TypeError, () => new Request());
  },
  "the input is required",
  { requirements: ["request-input-required"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => Request(url));
  },
  "the constructor cannot be called without new",
  { requirements: ["request-needs-new"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new Request(Symbol("url")));
  },
  "a symbol as input throws a TypeError",
  { requirements: ["request-input-required"] },
);

for (const init of [undefined, null, {}, () => {}]) {
  test(
    () => {
      assert_equals(new Request(url, init).method, "GET");
    },
    `init may be ${typeof init === "function" ? "a function" : format_value(init)}`,
    { requirements: ["request-init-dictionary"] },
  );
}

for (const init of [1, "method", true, 1n]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Request(url, init));
    },
    `init cannot be ${typeof init === "bigint" ? "a bigint" : format_value(init)}`,
    { requirements: ["request-init-dictionary"] },
  );
}

test(
  () => {
    const init = Object.create({ method: "PUT" });
    assert_equals(new Request(url, init).method, "PUT");
  },
  "inherited members of init count",
  { requirements: ["request-init-inherited"] },
);

test(
  () => {
    const error = new Error("from the getter");
    const init = {
      get method() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => new Request("http://", init));
  },
  "init is converted before the URL is parsed, and its exceptions are passed on",
  { requirements: ["request-init-first"] },
);

test(
  () => {
    const error = new Error("from toString()");
    const input = {
      toString() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => new Request(input, 1));
  },
  "the input is converted before init",
  { requirements: ["request-init-first"] },
);

test(
  () => {
    const log = [];
    const init = {};
    for (const name of ["signal", "method", "redirect", "headers", "body"]) {
      Object.defineProperty(init, name, {
        get() {
          log.push(name);
          return undefined;
        },
      });
    }
    new Request(url, init);
    assert_array_equals(log, ["body", "headers", "method", "redirect", "signal"]);
  },
  "members of init are read once each, in the order of their names",
  { requirements: ["request-init-order"] },
);
