// META: title=fetch(): over TLS
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: spec=https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
// META: script=../resources/server.sub.js
// META: requires=tls
"use strict";

const secure = (path, parameters) => server.url(path, { cors: 1, ...parameters }, server.secure);
const sent = { requirements: ["tls-sent"] };

for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH"]) {
  promise_test(
    async () => {
      const arrived = await Arrived.from(await fetch(secure("echo"), { method }));
      assert_equals(arrived.method, method);
      assert_equals(arrived.host, server.secure.slice("https://".length));
    },
    `${method} arrives`,
    sent,
  );
}

promise_test(
  async () => {
    const init = { method: "POST", body: "\u00e9", headers: { "X-One": "1" } };
    const arrived = await Arrived.from(await fetch(secure("echo"), init));
    assert_equals(arrived.body, "\u00c3\u00a9");
    assert_equals(arrived.header("x-one"), "1");
  },
  "body and headers arrive",
  sent,
);

promise_test(
  async () => {
    const response = await fetch(secure("respond", { status: 404, body: "text" }));
    assert_equals(response.status, 404);
    assert_equals(await response.text(), "text");
    assert_equals(response.url, secure("respond", { status: 404, body: "text" }));
  },
  "a response is given",
  { requirements: ["tls-response"] },
);

promise_test(
  async () => {
    const size = 2 * 1024 * 1024;
    const buffer = await (await fetch(secure("big", { size }))).arrayBuffer();
    assert_equals(buffer.byteLength, size);
  },
  "a body of two megabytes comes whole",
  { requirements: ["response-body-big"] },
);

promise_test(
  async () => {
    const location = secure("respond", { body: "end" });
    const response = await fetch(server.url("redirect", { cors: 1, location }));
    assert_equals(response.url, location);
    assert_equals(await response.text(), "end");
  },
  "a redirect leads from http: to https:",
  { requirements: ["redirect-cross-origin"] },
);

promise_test(
  async () => {
    const headers = { Authorization: "Bearer x" };
    const url = server.url("redirect", { cors: 1, location: secure("echo") });
    const arrived = await Arrived.from(await fetch(url, { headers }));
    assert_equals(arrived.header("authorization"), null);
  },
  "Authorization does not go from http: to https:, which is another origin",
  { requirements: ["redirect-authorization"] },
);

promise_test(
  async () => {
    const token = server.token();
    const response = await fetch(secure("endless", { token }));
    const reader = response.body.getReader();
    assert_false((await reader.read()).done);
    await reader.cancel();
    assert_equals((await server.log(token, 1)).length, 1, "the server noticed");
  },
  "cancelling the body ends the connection",
  { requirements: ["cancel-connection"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const reason = new Error("stop");
    const promise = fetch(secure("silent"), { signal: controller.signal });
    step_timeout(() => controller.abort(reason), 50);
    await promise_rejects_exactly(t, reason, promise);
  },
  "aborting before the response rejects with the reason",
  { requirements: ["abort-waiting"] },
);

promise_test(
  async (t) => {
    const bytes = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ntext";
    const promise = fetch(secure("raw", { bytes })).then((response) => response.text());
    await promise_rejects_js(t, TypeError, promise);
  },
  "a body that breaks off makes text() reject with a TypeError",
  { requirements: ["body-cut-off"] },
);

promise_test(
  async (t) => {
    const url = server.secure.replace("https:", "http:");
    await promise_rejects_js(t, TypeError, fetch(`${url}/_server/respond`));
  },
  "a server that wants TLS makes fetch() without it reject with a TypeError",
  { requirements: ["error-tls"] },
);
