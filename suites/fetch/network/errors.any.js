// META: title=fetch(): network errors
// META: spec=https://fetch.spec.whatwg.org/#concept-network-error
// META: spec=https://fetch.spec.whatwg.org/#fetch-method
// META: script=../resources/server.sub.js
"use strict";

// Nobody answers at the limited broadcast address, and no packet is sent to it.
const nowhere = "http://255.255.255.255:8000/";

for (const [label, makeUrl, id] of [
  ["nobody listens", () => nowhere, "error-connection"],
  ["nobody listens over TLS", () => nowhere.replace("http", "https"), "error-connection"],
  ["no TLS is spoken", () => server.origin.replace("http", "https"), "error-tls"],
  ["the connection is closed", () => server.url("raw"), "no-response"],
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, fetch(makeUrl()));
    },
    `where ${label}, fetch() rejects with a TypeError`,
    { requirements: [id] },
  );

  promise_test(
    async (t) => {
      const init = { method: "POST", body: "text" };
      await promise_rejects_js(t, TypeError, fetch(makeUrl(), init));
    },
    `where ${label}, fetch() with a body rejects with a TypeError`,
    { requirements: [id] },
  );
}

promise_test(
  async () => {
    const error = await fetch(nowhere).catch((e) => e);
    assert_true(error instanceof TypeError);
    assert_equals(Object.getPrototypeOf(error), TypeError.prototype);
    assert_equals(error.name, "TypeError");
  },
  "a network error is a plain TypeError",
  { requirements: ["error-type"] },
);

promise_test(
  async () => {
    const request = new Request(nowhere, { method: "POST", body: "text" });
    await fetch(request).catch(() => {});
    assert_true(request.bodyUsed);
  },
  "a network error uses the body of the request up all the same",
  { requirements: ["error-body-used"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    await promise_rejects_js(t, TypeError, fetch(nowhere, { signal: controller.signal }));
    controller.abort("stop");
  },
  "aborting after a network error changes nothing",
  { requirements: ["abort-too-late"] },
);

promise_test(
  async () => {
    const results = await Promise.allSettled([
      fetch(nowhere),
      fetch(server.url("respond", { body: "text" })).then((response) => response.text()),
    ]);
    assert_equals(results[0].status, "rejected");
    assert_equals(results[1].value, "text");
  },
  "a network error is that of one fetch alone",
  { requirements: ["fetch-parallel"] },
);
