// META: title=fetch(): responses that break off or are none
// META: timeout=long
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: spec=https://httpwg.org/specs/rfc9112.html#message.body.length
// META: script=../resources/server.sub.js
"use strict";

const raw = (bytes, more) =>
  fetch(server.url("raw", { bytes: bytes.replaceAll("\n", "\r\n"), ...more }));
const ok = "HTTP/1.1 200 OK\nConnection: close\n";
const chunked = `${ok}Transfer-Encoding: chunked\n\n`;

for (const [label, bytes, expected] of [
  ["Content-Length", `${ok}Content-Length: 4\n\ntext`, "text"],
  ["nothing but its end to tell its length", `${ok}\ntext`, "text"],
  ["one chunk", `${chunked}4\ntext\n0\n\n`, "text"],
  ["several chunks", `${chunked}1\nt\n2\nex\n1\nt\n0\n\n`, "text"],
  [
    "chunk sizes in hexadecimal",
    `${chunked}A\n0123456789\na\n0123456789\n0\n\n`,
    "01234567890123456789",
  ],
  ["chunk sizes with leading zeros", `${chunked}0004\ntext\n000\n\n`, "text"],
  ["chunk extensions", `${chunked}4;a=b;c="d"\ntext\n0;e\n\n`, "text"],
  ["trailers", `${chunked}4\ntext\n0\nX-Trailer: 1\n\n`, "text"],
  ["line breaks in chunks", `${chunked}4\na\nb\n0\n\n`, "a\r\nb"],
  ["more bytes than Content-Length tells", `${ok}Content-Length: 2\n\ntext`, "te"],
  ["a version of HTTP/1.0", "HTTP/1.0 200 OK\n\ntext", "text"],
  ["no status message", "HTTP/1.1 200\nContent-Length: 4\nConnection: close\n\ntext", "text"],
  [
    "an interim response before",
    `HTTP/1.1 103 Early Hints\nLink: </a>\n\n${ok}Content-Length: 4\n\ntext`,
    "text",
  ],
  [
    "chunks and Content-Length",
    `${ok}Content-Length: 9\nTransfer-Encoding: chunked\n\n4\ntext\n0\n\n`,
    "text",
  ],
]) {
  promise_test(
    async () => {
      assert_equals(await (await raw(bytes)).text(), expected);
    },
    `a body with ${label} is read`,
    { requirements: ["message-read"] },
  );
}

promise_test(
  async () => {
    const response = await raw(`${chunked}4\ntext\n0\nX-Trailer: 1\n\n`);
    await response.text();
    assert_false(response.headers.has("x-trailer"));
  },
  "trailers are no headers",
  { requirements: ["message-trailers"] },
);

for (const [label, bytes, id] of [
  ["is shorter than Content-Length", `${ok}Content-Length: 9\n\ntext`, "body-cut-off"],
  ["has no last chunk", `${chunked}4\ntext\n`, "body-cut-off"],
  ["breaks off in a chunk", `${chunked}9\ntext`, "body-cut-off"],
  ["breaks off in the size of a chunk", `${chunked}4\ntext\n1`, "body-cut-off"],
  ["has a chunk size that is none", `${chunked}4\ntext\nxyz\ntext\n0\n\n`, "body-chunk-broken"],
  ["has a chunk longer than its size", `${chunked}2\ntext\n0\n\n`, "body-chunk-broken"],
]) {
  promise_test(
    async (t) => {
      // HTTP-network fetch: when "the transmission is broken", the stream is errored with a TypeError.
      const promise = raw(bytes).then((response) => response.text());
      await promise_rejects_js(t, TypeError, promise);
    },
    `a body that ${label} makes text() reject with a TypeError`,
    { requirements: [id] },
  );
}

for (const [label, bytes] of [
  ["Content-Length", `${ok}Content-Length: 9\n\ntext`],
  ["chunks", `${chunked}4\ntext\n`],
]) {
  promise_test(
    async (t) => {
      const response = await raw(bytes, { hold: 100 });
      assert_equals(response.status, 200);
      const reader = response.body.getReader();
      const { done, value } = await reader.read();
      assert_false(done);
      assert_equals(new TextDecoder().decode(value), "text");
      await promise_rejects_js(t, TypeError, reader.read());
    },
    `what came of a body with ${label} is read before its break`,
    { requirements: ["body-cut-off-rest"] },
  );
}

for (const method of ["arrayBuffer", "blob", "bytes", "json"]) {
  promise_test(
    async (t) => {
      const response = await raw(`${ok}Content-Length: 9\n\ntext`);
      await promise_rejects_js(t, TypeError, response[method]());
    },
    `${method}() of a body that is cut off rejects with a TypeError`,
    { requirements: ["body-cut-off"] },
  );
}

for (const [label, bytes, id] of [
  ["nothing", "", "no-response"],
  ["no HTTP", "this is no HTTP\n\n", "no-response"],
  ["half a status line", "HTTP/1.1 2", "no-response"],
  ["a head that breaks off", "HTTP/1.1 200 OK\nX-One: 1\n", "no-response"],
  ["a status that is no number", "HTTP/1.1 abc OK\nContent-Length: 0\n\n", "no-response"],
  ["two different lengths", `${ok}Content-Length: 4\nContent-Length: 5\n\ntext`, "length-conflict"],
  ["a list of different lengths", `${ok}Content-Length: 4, 5\n\ntext`, "length-conflict"],
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, raw(bytes));
    },
    `a server that answers ${label} makes fetch() reject with a TypeError`,
    { requirements: [id] },
  );
}

promise_test(
  async () => {
    const response = await raw(`${ok}Content-Length: 4\nContent-Length: 4\n\ntext`);
    assert_equals(await response.text(), "text");
  },
  "the same length twice is one length",
  { requirements: ["length-same"] },
);

promise_test(
  async () => {
    await raw("").catch(() => {});
    assert_equals(await (await raw(`${ok}Content-Length: 4\n\ntext`)).text(), "text");
  },
  "a broken response does not spoil the next",
  { requirements: ["fetch-parallel"] },
);
