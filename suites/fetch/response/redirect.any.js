// META: title=Response.redirect()
// META: spec=https://fetch.spec.whatwg.org/#dom-response-redirect
// META: spec=https://fetch.spec.whatwg.org/#redirect-status
"use strict";

const url = "http://host.example/next";

test(
  () => {
    const response = Response.redirect(url);
    assert_true(response instanceof Response);
    assert_equals(response.status, 302);
  },
  "the status is 302 by default",
  { requirements: ["redirect-default"] },
);

for (const status of [301, 302, 303, 307, 308]) {
  test(
    () => {
      const response = Response.redirect(url, status);
      assert_equals(response.status, status);
      assert_equals(response.headers.get("location"), url);
    },
    `${status} is a redirect status`,
    { requirements: ["redirect-statuses"] },
  );
}

for (const status of [0, 200, 300, 304, 305, 306, 309, 400, 1000]) {
  test(
    () => {
      assert_throws_js(RangeError, () => Response.redirect(url, status));
    },
    `${status} is no redirect status and throws a RangeError`,
    { requirements: ["redirect-statuses"] },
  );
}

for (const [label, status, expected] of [
  ["undefined", undefined, 302],
  ["a string", "307", 307],
  ["65536 more", 65536 + 301, 301],
]) {
  test(
    () => {
      assert_equals(Response.redirect(url, status).status, expected);
    },
    `a status given as ${label} is converted to ${expected}`,
    { requirements: ["redirect-converted"] },
  );
}

test(
  () => {
    assert_throws_js(RangeError, () => Response.redirect(url, null));
  },
  "a status of null is converted to 0 and throws a RangeError",
  { requirements: ["redirect-statuses"] },
);

for (const [name, value] of Object.entries({
  type: "default",
  url: "",
  ok: false,
  redirected: false,
  statusText: "",
  body: null,
})) {
  test(
    () => {
      assert_equals(Response.redirect(url)[name], value);
    },
    `${name} of a redirect response is ${format_value(value)}`,
    { requirements: ["redirect-attributes"] },
  );
}

for (const [input, expected] of [
  ["HTTP://HOST.example:80/A b", "http://host.example/A%20b"],
  ["https://host.example/?q#part", "https://host.example/?q#part"],
  ["http://host.example/\u00e9", "http://host.example/%C3%A9"],
  ["data:text/plain,hi", "data:text/plain,hi"],
  ["x-unknown:opaque", "x-unknown:opaque"],
]) {
  test(
    () => {
      assert_equals(Response.redirect(input).headers.get("location"), expected);
    },
    `Location for ${input} is ${expected}`,
    { requirements: ["redirect-location"] },
  );
}

test(
  () => {
    const response = Response.redirect(new URL("http://host.example/a"));
    assert_equals(response.headers.get("location"), "http://host.example/a");
  },
  "the URL may be a URL object",
  { requirements: ["redirect-location"] },
);

for (const input of ["http://", "http://[::1", "http://host.example:99999/"]) {
  test(
    () => {
      assert_throws_js(TypeError, () => Response.redirect(input));
    },
    `the invalid URL ${input} throws a TypeError`,
    { requirements: ["redirect-url-invalid"] },
  );
}

test(
  () => {
    assert_throws_js(TypeError, () => Response.redirect("http://", 200));
  },
  "the URL is parsed before the status is checked",
  { requirements: ["redirect-url-first"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => Response.redirect());
  },
  "the URL is required",
  { requirements: ["redirect-url-invalid"] },
);
