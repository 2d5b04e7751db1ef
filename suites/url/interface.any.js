// META: title=URL objects: attributes and stringification
// META: spec=https://url.spec.whatwg.org/#url-class
// META: spec=https://url.spec.whatwg.org/#urlutils-members
"use strict";

const href = "https://user:pass@sub.example:8443/a/b;c?d=e&f#g";
const members = {
  href,
  origin: "https://sub.example:8443",
  protocol: "https:",
  username: "user",
  password: "pass",
  host: "sub.example:8443",
  hostname: "sub.example",
  port: "8443",
  pathname: "/a/b;c",
  search: "?d=e&f",
  hash: "#g",
};

for (const [member, value] of Object.entries(members)) {
  test(() => {
    assert_equals(new URL(href)[member], value);
  }, `${member} returns its part of the URL`);

  test(() => {
    const descriptor = Object.getOwnPropertyDescriptor(URL.prototype, member);
    assert_equals(typeof descriptor.get, "function");
    assert_true(descriptor.enumerable);
    assert_throws_js(TypeError, () => descriptor.get.call({}));
  }, `${member} is an enumerable accessor of the prototype that wants a URL object`);
}

for (const member of ["username", "password", "port", "search", "hash"]) {
  test(() => {
    assert_equals(new URL("http://h/")[member], "");
  }, `${member} is empty where the URL has none`);
}

for (const member of ["host", "hostname", "port", "username", "password"]) {
  test(() => {
    assert_equals(new URL("mailto:x")[member], "");
  }, `${member} is empty where the host is null`);
}

for (const member of ["origin", "searchParams"]) {
  test(() => {
    const url = new URL(href);
    const before = url[member];
    assert_throws_js(TypeError, () => {
      url[member] = "x";
    });
    assert_equals(url[member], before);
  }, `${member} is read-only`);
}

test(() => {
  const url = new URL(href);
  assert_true(url.searchParams instanceof URLSearchParams);
  assert_equals(url.searchParams, url.searchParams);
}, "searchParams is always the same URLSearchParams object");

test(() => {
  assert_not_equals(new URL(href).searchParams, new URL(href).searchParams);
}, "two URL objects have two searchParams objects");

test(() => {
  const url = new URL(href);
  assert_equals(url.toString(), href);
  assert_equals(String(url), href);
  assert_equals(`${url}`, href);
}, "a URL object stringifies to its href");

test(() => {
  const url = new URL("HTTP://H");
  assert_equals(url.toJSON(), "http://h/");
  assert_equals(JSON.stringify({ url }), '{"url":"http://h/"}');
}, "toJSON() returns the href");

test(() => {
  assert_throws_js(TypeError, () => URL.prototype.toString.call({ href }));
  assert_throws_js(TypeError, () => URL.prototype.toJSON.call({ href }));
}, "toString() and toJSON() want a URL object");

test(() => {
  assert_equals(Object.prototype.toString.call(new URL(href)), "[object URL]");
}, "the class string is URL");

test(() => {
  const calls = [];
  const url = new URL("http://h/");
  url.hash = {
    toString() {
      calls.push("toString");
      return "x";
    },
  };
  assert_array_equals(calls, ["toString"]);
  assert_equals(url.href, "http://h/#x");
}, "a setter converts an object with toString once");

test(() => {
  const url = new URL("http://h/");
  assert_throws_js(TypeError, () => {
    url.pathname = Symbol("x");
  });
  assert_equals(url.href, "http://h/");
}, "a setter throws for a symbol");
