// META: title=URL: the href setter
// META: spec=https://url.spec.whatwg.org/#dom-url-href
// META: script=resources/tables.js
"use strict";

setter_table("href", [
  ["the whole URL is replaced", "http://u:p@h:81/p?q#f", "data:x", "data:x"],
  ["leading and trailing spaces are removed", "http://h/", "  http://x  ", "http://x/"],
  ["an object is converted to a string", "http://h/", new Array("http://x/"), "http://x/"],
]);

for (const [what, value] of [
  ["a relative URL", "/x"],
  ["the empty string", ""],
  ["a bad host", "http://a b/"],
]) {
  test(() => {
    const url = new URL("http://h/p?q#f");
    assert_throws_js(TypeError, () => {
      url.href = value;
    });
    assert_equals(url.href, "http://h/p?q#f");
  }, `${what} throws and leaves the URL unchanged`);
}

test(() => {
  const url = new URL("http://h/?a=1");
  const params = url.searchParams;
  url.href = "http://h/?b=2&c=3";
  assert_equals(url.searchParams, params, "the object stays");
  assert_equals(params.toString(), "b=2&c=3");
}, "the searchParams object is refilled");

test(() => {
  const url = new URL("http://h/?a=1");
  const params = url.searchParams;
  url.href = "http://h/";
  assert_equals(params.size, 0);
  assert_equals(params.toString(), "");
}, "the searchParams object is emptied when the new URL has no query");

test(() => {
  const url = new URL("http://h/?a=1");
  assert_throws_js(TypeError, () => {
    url.href = "http://";
  });
  assert_equals(url.searchParams.get("a"), "1");
}, "the searchParams object stays as it was when the setter throws");
