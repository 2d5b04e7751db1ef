// META: title=fetch(): arguments
// META: spec=https://fetch.spec.whatwg.org/#fetch-method
// META: spec=https://webidl.spec.whatwg.org/#js-operations
"use strict";

const url = "data:,text";

promise_test(
  async () => {
    const promise = fetch(url);
    assert_true(promise instanceof Promise);
    assert_true((await promise) instanceof Response);
  },
  "fetch() returns a promise for a response",
  { requirements: ["fetch-promise"] },
);

test(
  () => {
    assert_equals(fetch.length, 1);
  },
  "one argument is required",
  { requirements: ["fetch-length"] },
);

promise_test(
  async () => {
    const detached = fetch;
    assert_equals(await (await detached(url)).text(), "text");
  },
  "fetch() needs no receiver",
  { requirements: ["fetch-length"] },
);

// Whatever is wrong with the arguments, fetch() returns a rejected promise and does not throw.
for (const [label, makeArguments] of [
  ["no argument", () => []],
  ["a symbol as input", () => [Symbol("url")]],
  ["an invalid URL", () => ["http://"]],
  ["credentials in the URL", () => ["http://user:secret@host.example/"]],
  ["a number as init", () => [url, 1]],
  ["a string as init", () => [url, "init"]],
  ["an invalid method", () => [url, { method: "a b" }]],
  ["a forbidden method", () => [url, { method: "TRACE" }]],
  ["an invalid header name", () => [url, { headers: { "a b": "c" } }]],
  ["an invalid header value", () => [url, { headers: { a: "b\nc" } }]],
  ["headers that are null", () => [url, { headers: null }]],
  ["a body with GET", () => [url, { body: "text" }]],
  ["an unknown redirect mode", () => [url, { redirect: "never" }]],
  ["an unknown cache mode", () => [url, { cache: "never" }]],
  ["mode navigate", () => [url, { mode: "navigate" }]],
  ["a signal that is none", () => [url, { signal: {} }]],
  ["a window", () => [url, { window: {} }]],
  ["a stream without duplex", () => [url, { method: "POST", body: new ReadableStream() }]],
]) {
  promise_test(
    async (t) => {
      const promise = fetch(...makeArguments());
      assert_true(promise instanceof Promise);
      await promise_rejects_js(t, TypeError, promise);
    },
    `fetch() with ${label} returns a promise rejected with a TypeError`,
    { requirements: ["fetch-rejects"] },
  );
}

promise_test(
  async (t) => {
    const error = new Error("from toString()");
    const input = {
      toString() {
        throw error;
      },
    };
    await promise_rejects_exactly(t, error, fetch(input));
  },
  "an exception while converting the input becomes the reason",
  { requirements: ["fetch-exceptions"] },
);

promise_test(
  async (t) => {
    const error = { own: true };
    const init = {
      get method() {
        throw error;
      },
    };
    await promise_rejects_exactly(t, error, fetch(url, init));
  },
  "an exception of a getter of init becomes the reason",
  { requirements: ["fetch-exceptions"] },
);

promise_test(
  async (t) => {
    const request = new Request(url, { method: "POST", body: "text" });
    await request.text();
    await promise_rejects_js(t, TypeError, fetch(request));
  },
  "a request whose body was used makes fetch() reject with a TypeError",
  { requirements: ["fetch-uses-body"] },
);

promise_test(
  async () => {
    const request = new Request(url, { method: "POST", body: "text" });
    const promise = fetch(request);
    assert_true(request.bodyUsed);
    assert_equals((await promise).status, 200);
  },
  "fetch() uses the body of its input up at once",
  { requirements: ["fetch-uses-body"] },
);

promise_test(
  async () => {
    const request = new Request(url, { method: "POST", body: "old" });
    await fetch(request, { body: "new" });
    assert_false(request.bodyUsed);
    assert_equals(await request.text(), "old");
  },
  "a body in init leaves the body of the input alone",
  { requirements: ["fetch-init"] },
);

promise_test(
  async () => {
    const input = new Request(url, { method: "HEAD" });
    assert_equals((await fetch(input)).body, null);
    assert_equals(await (await fetch(input, { method: "GET" })).text(), "text");
  },
  "members of init win over those of the input",
  { requirements: ["fetch-init"] },
);

promise_test(
  async () => {
    const { Request: original } = globalThis;
    globalThis.Request = class {
      constructor() {
        throw new Error("must not be called");
      }
    };
    try {
      assert_equals(await (await fetch(url)).text(), "text");
    } finally {
      globalThis.Request = original;
    }
  },
  "fetch() uses the initial Request constructor, not one put in its place",
  { requirements: ["fetch-initial-request"] },
);
