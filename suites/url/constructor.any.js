// META: title=URL constructor: arguments
// META: spec=https://url.spec.whatwg.org/#constructors
// META: spec=https://webidl.spec.whatwg.org/#js-USVString
"use strict";

test(() => {
  const url = new URL("p", "http://h/");
  assert_true(url instanceof URL);
  assert_equals(url.href, "http://h/p");
}, "the constructor makes a URL object");

test(() => {
  assert_throws_js(TypeError, () => URL("http://h/"));
}, "the constructor needs new");

test(() => {
  assert_throws_js(TypeError, () => new URL());
}, "the first argument is required");

test(() => {
  assert_equals(new URL("http://h/", undefined).href, "http://h/");
  assert_throws_js(TypeError, () => new URL("p", undefined));
}, "an undefined base is no base");

test(() => {
  assert_throws_js(TypeError, () => new URL(undefined));
  assert_equals(new URL(undefined, "http://h/").href, "http://h/undefined");
}, "an undefined URL is the string undefined");

test(() => {
  assert_equals(new URL(null, "http://h/").href, "http://h/null");
}, "a null URL is the string null");

test(() => {
  assert_throws_js(TypeError, () => new URL("http://h/", null));
}, "a null base is the string null, which fails");

test(() => {
  assert_throws_js(TypeError, () => new URL("http://h/", ""));
}, "an empty base fails even for an absolute URL");

test(() => {
  assert_throws_js(TypeError, () => new URL("http://h/", "/p"));
}, "a relative base fails even for an absolute URL");

test(() => {
  assert_throws_js(TypeError, () => new URL("http://h/", "http://a b/"));
}, "a base with a bad host fails even for an absolute URL");

test(() => {
  assert_equals(new URL("http://h/", "mailto:x").href, "http://h/");
}, "a base with an opaque path does not disturb an absolute URL");

test(() => {
  assert_equals(new URL("x", new URL("http://h/a/b")).href, "http://h/a/x");
}, "a URL object can be the base");

test(() => {
  const first = new URL("http://h/p");
  const second = new URL(first);
  assert_equals(second.href, "http://h/p");
  second.pathname = "/q";
  assert_equals(first.href, "http://h/p");
}, "a URL object can be the URL; the new object is independent of it");

test(() => {
  const base = new URL("http://h/a/b");
  const url = new URL("x", base);
  base.host = "i";
  assert_equals(url.href, "http://h/a/x");
}, "later changes of the base object have no effect");

test(() => {
  const order = [];
  const text = (name, value) => ({
    toString() {
      order.push(name);
      return value;
    },
  });
  assert_equals(new URL(text("url", "p"), text("base", "http://h/")).href, "http://h/p");
  assert_array_equals(order, ["url", "base"]);
}, "objects are converted with toString, the URL first");

test(() => {
  const error = new Error("conversion");
  const bad = {
    toString() {
      throw error;
    },
  };
  assert_throws_exactly(error, () => new URL(bad));
  assert_throws_exactly(error, () => new URL("http://h/", bad));
}, "an exception of a conversion is passed on");

test(() => {
  assert_throws_js(TypeError, () => new URL(Symbol("http://h/")));
  assert_throws_js(TypeError, () => new URL("http://h/", Symbol("http://h/")));
}, "a symbol throws");

test(() => {
  assert_equals(new URL("http://h/\uD800\uDBFF").pathname, "/%EF%BF%BD%EF%BF%BD");
  assert_equals(new URL("", "http://h/\uDC00").pathname, "/%EF%BF%BD");
}, "lone surrogates of both arguments become U+FFFD");

test(() => {
  assert_equals(URL.length, 1);
}, "the constructor's length is 1");
