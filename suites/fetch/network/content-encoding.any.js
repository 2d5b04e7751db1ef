// META: title=fetch(): content codings
// META: spec=https://fetch.spec.whatwg.org/#handle-content-codings
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: script=../resources/encoded.js
// META: script=../resources/server.sub.js
"use strict";

const get = (coding, body, endpoint = "respond", init = {}) =>
  fetch(server.url(endpoint, { ...body, header: `Content-Encoding:${coding}` }), init);

for (const [coding, body] of [
  ["gzip", encoded.gzip],
  ["x-gzip", encoded.gzip],
  ["deflate", encoded.deflate],
  ["br", encoded.br],
  ["zstd", encoded.zstd],
]) {
  const id = `coding-${coding.replace("x-", "")}`;

  promise_test(
    async () => {
      assert_equals(await (await get(coding, { body })).text(), encoded.text);
    },
    `${coding} is decoded`,
    { requirements: [id] },
  );

  promise_test(
    async () => {
      assert_equals(await (await get(coding.toUpperCase(), { body })).text(), encoded.text);
    },
    `${coding} in upper case is decoded`,
    { requirements: ["coding-case"] },
  );

  promise_test(
    async () => {
      const parameters = { chunk: [...body], delay: 0 };
      assert_equals(await (await get(coding, parameters, "stream")).text(), encoded.text);
    },
    `${coding} that comes byte by byte is decoded`,
    { requirements: [id] },
  );

  promise_test(
    async (t) => {
      // Handle content codings: where decoding does not result in success, it returns failure, and
      // HTTP-network fetch terminates the fetch, which errors the stream.
      const response = await get(coding, { body: body.slice(0, body.length / 2) });
      await promise_rejects_js(t, TypeError, response.text());
    },
    `${coding} that ends too early makes text() reject with a TypeError`,
    { requirements: ["coding-truncated"] },
  );

  promise_test(
    async (t) => {
      const promise = get(coding, { body: "this is no such coding" });
      await promise_rejects_js(
        t,
        TypeError,
        promise.then((response) => response.text()),
      );
    },
    `what is no ${coding} makes text() reject with a TypeError`,
    { requirements: ["coding-broken"] },
  );

  promise_test(
    async () => {
      const response = await get(coding, { body });
      assert_equals(response.headers.get("content-encoding"), coding);
      assert_equals(response.headers.get("content-length"), String(body.length));
      await response.text();
    },
    `the headers of ${coding} stay as they came`,
    { requirements: ["coding-headers"] },
  );

  promise_test(
    async () => {
      const response = await get(coding, { body }, "respond", { method: "HEAD" });
      assert_equals(response.status, 200);
      assert_equals(await response.text(), "");
    },
    `HEAD with ${coding} has nothing to decode`,
    { requirements: ["coding-no-body"] },
  );
}

for (const status of [204, 304]) {
  promise_test(
    async () => {
      const header = "Content-Encoding:gzip";
      const response = await fetch(server.url("respond", { status, header }));
      assert_equals(await response.text(), "");
    },
    `${status} with a coding has nothing to decode`,
    { requirements: ["coding-no-body"] },
  );
}

promise_test(
  async () => {
    assert_equals(await (await get("gzip", { body: encoded.nothing })).text(), "");
  },
  "nothing in gzip is decoded to nothing",
  { requirements: ["coding-gzip"] },
);

for (const coding of ["gzip, br", "gzip,br"]) {
  promise_test(
    async () => {
      assert_equals(await (await get(coding, { body: encoded.gzipInBr })).text(), encoded.text);
    },
    `the codings ${coding} are undone from the last to the first`,
    { requirements: ["coding-several"] },
  );
}

promise_test(
  async () => {
    const header = ["Content-Encoding:gzip", "Content-Encoding:br"];
    const response = await fetch(server.url("respond", { body: encoded.gzipInBr, header }));
    assert_equals(await response.text(), encoded.text);
  },
  "so are codings in several headers",
  { requirements: ["coding-several"] },
);

for (const coding of ["unknown", "identity", "", "gzipped"]) {
  promise_test(
    async () => {
      const response = await get(coding, { body: "text" });
      assert_equals(await response.text(), "text");
      assert_equals(response.headers.get("content-encoding"), coding);
    },
    `a body with the coding ${format_value(coding)} is left as it is`,
    { requirements: ["coding-unknown"] },
  );
}

for (const method of ["text", "arrayBuffer", "blob", "bytes", "json"]) {
  promise_test(
    async (t) => {
      const spoilt = `${encoded.gzip.slice(0, -8)}\0\0\0\0${encoded.gzip.slice(-4)}`;
      const response = await get("gzip", { body: spoilt });
      await promise_rejects_js(t, TypeError, response[method]());
    },
    `gzip with a wrong checksum makes ${method}() reject with a TypeError`,
    { requirements: ["coding-broken"] },
  );
}

promise_test(
  async (t) => {
    const response = await get("gzip", { body: encoded.gzip.slice(0, encoded.gzip.length / 2) });
    assert_equals(response.status, 200);
    const reader = response.body.getReader();
    const readAll = async () => {
      while (!(await reader.read()).done);
    };
    await promise_rejects_js(t, TypeError, readAll());
  },
  "a reader of a body that is broken rejects with a TypeError, fetch() does not",
  { requirements: ["coding-truncated"] },
);

promise_test(
  async () => {
    const response = await get("gzip", { body: encoded.gzip });
    const copy = response.clone();
    assert_equals(await response.text(), encoded.text);
    assert_equals(await copy.text(), encoded.text);
  },
  "the body of a clone is decoded too",
  { requirements: ["coding-gzip"] },
);

promise_test(
  async () => {
    const location = server.url("respond", { body: encoded.gzip, header: "Content-Encoding:gzip" });
    const response = await fetch(server.url("redirect", { location }));
    assert_equals(await response.text(), encoded.text);
  },
  "a body behind a redirect is decoded",
  { requirements: ["coding-gzip"] },
);

promise_test(
  async () => {
    const arrived = await server.echo({});
    assert_not_equals(arrived.header("accept-encoding"), null);
    assert_regexp_match(arrived.header("accept-encoding"), /gzip/);
  },
  "Accept-Encoding is sent, and has gzip",
  { requirements: ["accept-encoding"] },
);
