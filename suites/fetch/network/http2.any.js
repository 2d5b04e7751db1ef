// META: title=fetch(): over HTTP/2
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: spec=https://httpwg.org/specs/rfc9113.html#HttpFraming
// META: script=../resources/body.js
// META: script=../resources/server.sub.js
// META: requires=http2
"use strict";

const h2 = (path, parameters) => server.url(path, { cors: 1, ...parameters }, server.h2);
const echo = async (init) => (await fetch(h2("echo"), init)).json();
const send = (body) => ({ method: "POST", body, duplex: "half" });
const sent = { requirements: ["http2-sent"] };
const streams = { requirements: ["http2-stream"] };

promise_test(
  async () => {
    assert_equals((await echo({})).version, "HTTP/2.0");
  },
  "HTTP/2 is spoken to a server that speaks nothing else",
  { requirements: ["http2-spoken"] },
);

for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH", "CHICKEN"]) {
  promise_test(
    async () => {
      assert_equals((await echo({ method })).method, method);
    },
    `${method} arrives`,
    sent,
  );
}

promise_test(
  async () => {
    const told = await echo({ headers: { "X-One": "1" } });
    const [, value] = told.headers.find(([name]) => name === "x-one");
    assert_equals(value, "1");
  },
  "headers arrive in lower case",
  sent,
);

promise_test(
  async () => {
    assert_equals(atob((await echo({ method: "POST", body: "text" })).body), "text");
  },
  "a body arrives",
  sent,
);

promise_test(
  async () => {
    const body = streamOf(utf8("one "), utf8("two"));
    assert_equals(atob((await echo(send(body))).body), "one two");
  },
  "the chunks of a stream arrive in order",
  streams,
);

promise_test(
  async () => {
    let left = 64;
    const body = new ReadableStream({
      pull(controller) {
        if (left === 0) return controller.close();
        left -= 1;
        controller.enqueue(new Uint8Array(32768));
      },
    });
    const response = await fetch(h2("measure"), send(body));
    assert_equals((await response.json()).length, 64 * 32768);
  },
  "a stream of two megabytes arrives whole",
  streams,
);

promise_test(
  async () => {
    const response = await fetch(h2("respond", { status: 404, body: "text" }));
    assert_equals(response.status, 404);
    assert_equals(await response.text(), "text");
  },
  "a response is given",
  { requirements: ["http2-response"] },
);

promise_test(
  async () => {
    // HTTP/2 has no status message.
    assert_equals((await fetch(h2("respond"))).statusText, "");
  },
  "statusText is empty",
  { requirements: ["http2-status-text"] },
);

promise_test(
  async () => {
    const size = 2 * 1024 * 1024;
    const buffer = await (await fetch(h2("big", { size }))).arrayBuffer();
    assert_equals(buffer.byteLength, size);
  },
  "a body of two megabytes comes whole",
  { requirements: ["response-body-big"] },
);

promise_test(
  async () => {
    const urls = [1, 2, 3, 4, 5, 6, 7, 8].map((body) => h2("respond", { body }));
    const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
    assert_equals(texts.join(""), "12345678");
  },
  "requests at the same time get their own responses",
  { requirements: ["fetch-parallel"] },
);

promise_test(
  async () => {
    const token = server.token();
    const { body } = await fetch(h2("endless", { token }));
    const reader = body.getReader();
    assert_false((await reader.read()).done);
    await reader.cancel();
    assert_equals((await server.log(token, 1)).length, 1, "the server noticed");
  },
  "cancelling the body ends the stream",
  { requirements: ["cancel-connection"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const { signal } = controller;
    const response = await fetch(h2("endless"), { signal });
    const reason = new Error("stop");
    const promise = response.text();
    controller.abort(reason);
    await promise_rejects_exactly(t, reason, promise);
  },
  "aborting while the body is read rejects with the reason",
  { requirements: ["abort-reading"] },
);

// A connection on which a stream has failed need not be of use afterwards: these stand last.
promise_test(
  async (t) => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new RangeError("broken"));
      },
    });
    await promise_rejects_js(t, TypeError, fetch(h2("echo"), send(body)));
  },
  "a stream that fails makes fetch() reject with a TypeError",
  { requirements: ["request-stream-error"] },
);

promise_test(
  async (t) => {
    const promise = fetch(h2("echo"), send(streamOf(utf8("good"), 1)));
    await promise_rejects_js(t, TypeError, promise);
  },
  "a chunk that is a number makes fetch() reject with a TypeError",
  { requirements: ["request-stream-chunk"] },
);
