// META: title=fetch(): methods on the wire
// META: spec=https://fetch.spec.whatwg.org/#concept-method
// META: spec=https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
// META: script=../resources/server.sub.js
"use strict";

for (const method of ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
  promise_test(
    async () => {
      assert_equals((await server.echo({ method })).method, method);
    },
    `${method} arrives as it is`,
    { requirements: ["method-sent"] },
  );
}

for (const method of ["get", "Post", "pUT", "delete", "OptIons"]) {
  promise_test(
    async () => {
      assert_equals((await server.echo({ method })).method, method.toUpperCase());
    },
    `${method} arrives in upper case`,
    { requirements: ["method-normalize"] },
  );
}

for (const method of [
  "patch",
  "Patch",
  "CHICKEN",
  "chicken",
  "PROPFIND",
  "M-SEARCH",
  "!#$%&'*+-.^_`|~09aZ",
]) {
  promise_test(
    async () => {
      assert_equals((await server.echo({ method })).method, method);
    },
    `${method} is not changed`,
    { requirements: ["method-kept"] },
  );
}

promise_test(
  async () => {
    const token = server.token();
    const response = await fetch(server.url("echo", { token }), { method: "HEAD" });
    assert_equals(response.status, 200);
    assert_equals(await response.text(), "");
    assert_equals((await server.log(token, 1))[0].method, "HEAD");
  },
  "HEAD arrives, and its response has no body",
  { requirements: ["head-no-body"] },
);

promise_test(
  async () => {
    const response = await fetch(server.url("echo"), { method: "HEAD" });
    assert_greater_than(Number(response.headers.get("content-length")), 0);
  },
  "the response to HEAD has the header Content-Length of the body that it does not have",
  { requirements: ["head-length"] },
);
