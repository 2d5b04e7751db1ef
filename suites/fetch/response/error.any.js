// META: title=Response.error()
// META: spec=https://fetch.spec.whatwg.org/#dom-response-error
"use strict";

for (const [name, value] of Object.entries({
  type: "error",
  url: "",
  redirected: false,
  status: 0,
  ok: false,
  statusText: "",
  body: null,
  bodyUsed: false,
})) {
  test(
    () => {
      assert_equals(Response.error()[name], value);
    },
    `${name} of a network error is ${format_value(value)}`,
    { requirements: ["error-attributes"] },
  );
}

test(
  () => {
    assert_true(Response.error() instanceof Response);
    assert_not_equals(Response.error(), Response.error());
  },
  "each call makes a new response",
  { requirements: ["error-attributes"] },
);

test(
  () => {
    assert_equals([...Response.error().headers].length, 0);
  },
  "its headers are empty",
  { requirements: ["error-attributes"] },
);

test(
  () => {
    const copy = Response.error().clone();
    assert_equals(copy.type, "error");
    assert_equals(copy.status, 0);
  },
  "its clone is a network error too",
  { requirements: ["error-clone"] },
);

promise_test(
  async () => {
    assert_equals(await Response.error().text(), "");
  },
  "its text is empty",
  { requirements: ["error-attributes"] },
);

test(
  () => {
    assert_throws_js(RangeError, () => new Response(null, Response.error()));
  },
  "its status 0 makes it no valid init",
  { requirements: ["error-init"] },
);
