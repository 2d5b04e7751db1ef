// META: title=URL.parse() and URL.canParse()
// META: spec=https://url.spec.whatwg.org/#dom-url-parse
// META: spec=https://url.spec.whatwg.org/#dom-url-canparse
"use strict";

// Rows: [what, arguments, href or null]
const rows = [
  ["an absolute URL", ["http://H/p"], "http://h/p"],
  ["an opaque path", ["mailto:x"], "mailto:x"],
  ["a relative URL without a base", ["p"], null],
  ["the empty string without a base", [""], null],
  ["a bad host", ["http://a b/"], null],
  ["a bad port", ["http://h:65536/"], null],
  ["a relative URL with a base", ["x", "http://h/a/b"], "http://h/a/x"],
  ["the empty string with a base", ["", "http://h/a/b"], "http://h/a/b"],
  ["a bad host with a base", ["//a b/", "http://h/"], null],
  ["an absolute URL with a base", ["http://x/", "http://h/"], "http://x/"],
  ["an absolute URL with a bad base", ["http://x/", "h"], null],
  ["an absolute URL with an empty base", ["http://x/", ""], null],
  ["a relative URL with an opaque base", ["x", "mailto:x"], null],
  ["a fragment with an opaque base", ["#f", "mailto:x"], "mailto:x#f"],
  ["an undefined base", ["http://h/", undefined], "http://h/"],
  ["a relative URL with an undefined base", ["p", undefined], null],
  ["a null base", ["http://h/", null], null],
  ["an undefined URL with a base", [undefined, "http://h/"], "http://h/undefined"],
];

for (const [what, args, href] of rows) {
  test(
    () => {
      assert_equals(URL.parse(...args)?.href ?? null, href);
    },
    `parse(): ${what} ${href === null ? "gives null" : "gives a URL"}`,
  );

  test(
    () => {
      assert_equals(URL.canParse(...args), href !== null);
    },
    `canParse(): ${what} gives ${href !== null}`,
  );
}

test(() => {
  assert_true(URL.parse("http://h/") instanceof URL);
}, "parse() returns a URL object");

test(() => {
  assert_not_equals(URL.parse("http://h/"), URL.parse("http://h/"));
}, "parse() returns a new object each time");

test(() => {
  assert_equals(URL.parse("http://h/?a=b").searchParams.get("a"), "b");
}, "parse() fills the searchParams object");

for (const method of ["parse", "canParse"]) {
  test(() => {
    assert_throws_js(TypeError, () => URL[method]());
  }, `${method}() needs an argument`);

  test(() => {
    const error = new Error("conversion");
    const bad = {
      toString() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => URL[method](bad));
    assert_throws_exactly(error, () => URL[method]("http://h/", bad));
  }, `${method}() passes an exception of a conversion on`);

  test(() => {
    const call = URL[method];
    assert_true(Boolean(call("p", new URL("http://h/"))));
  }, `${method}() needs no receiver and takes a URL object as base`);

  test(() => {
    assert_equals(URL[method].length, 1);
  }, `the length of ${method}() is 1`);
}
