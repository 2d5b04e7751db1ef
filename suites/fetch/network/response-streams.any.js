// META: title=fetch(): bodies of responses as they come
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: spec=https://fetch.spec.whatwg.org/#concept-body-stream
// META: script=../resources/body.js
// META: script=../resources/server.sub.js
"use strict";

const stream = (parameters) => fetch(server.url("stream", parameters));

promise_test(
  async () => {
    const { body } = await fetch(server.url("endless"));
    const reader = body.getReader();
    const { done, value } = await reader.read();
    assert_false(done);
    assert_true(value instanceof Uint8Array);
    assert_greater_than(value.length, 0);
    await reader.cancel();
  },
  "a part of the body can be read before the rest is there",
  { requirements: ["response-stream-parts"] },
);

promise_test(
  async () => {
    const response = await fetch(server.url("endless"));
    assert_equals(response.status, 200);
    await response.body.cancel();
    assert_true(response.bodyUsed);
  },
  "fetch() does not wait for the body",
  { requirements: ["response-before-body"] },
);

promise_test(
  async (t) => {
    // A type that nobody guesses, so that no first bytes are needed to tell it.
    const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n";
    const more = "X-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\n\r\n";
    const controller = new AbortController();
    t.add_cleanup(() => controller.abort());
    const { signal } = controller;
    const url = server.url("raw", { bytes: head + more, hold: 5000 });
    const late = new Promise((resolve) => t.step_timeout(resolve, 2000));
    const response = await Promise.race([fetch(url, { signal }), late]);
    assert_equals(response?.status, 200, "fulfilled before a byte of the body came");
  },
  "fetch() does not wait for the first byte of the body",
  { requirements: ["response-before-body"] },
);

promise_test(
  async () => {
    const { body } = await stream({ chunk: ["one ", "two ", "three"], delay: 10 });
    const chunks = await readChunks(body);
    for (const chunk of chunks) assert_true(chunk instanceof Uint8Array);
    assert_equals(await new Response(streamOf(...chunks)).text(), "one two three");
  },
  "the chunks are Uint8Arrays, in order",
  { requirements: ["response-stream-chunks"] },
);

for (const method of ["text", "arrayBuffer", "blob", "bytes"]) {
  promise_test(
    async () => {
      const response = await stream({ chunk: ["one ", "two ", "three"], delay: 10 });
      const result = await response[method]();
      assert_equals(await new Response(result).text(), "one two three");
    },
    `${method}() waits for the whole body`,
    { requirements: ["response-body-read"] },
  );
}

promise_test(
  async () => {
    const response = await stream({ chunk: ["\u00f0\u009f", "\u0098\u0080"], delay: 10 });
    assert_equals(await response.text(), "\u{1f600}");
  },
  "a character that comes in two parts is put together",
  { requirements: ["body-text-chunks"] },
);

promise_test(
  async () => {
    const response = await stream({ chunk: ['{"a"', ":1}"], delay: 10 });
    assert_equals((await response.json()).a, 1);
  },
  "JSON that comes in two parts is put together",
  { requirements: ["body-json"] },
);

promise_test(
  async () => {
    const { body } = await stream({ chunk: ["text"] });
    const reader = body.getReader({ mode: "byob" });
    const { done, value } = await reader.read(new Uint8Array(2));
    assert_false(done);
    assert_equals(value.length, 2);
    assert_bytes(value, utf8("te"));
    await reader.cancel();
  },
  "a body can be read into a buffer of the reader",
  { requirements: ["response-stream-byob"] },
);

promise_test(
  async () => {
    const size = 5 * 1024 * 1024 + 3;
    const bytes = new Uint8Array(await (await fetch(server.url("big", { size }))).arrayBuffer());
    assert_equals(bytes.length, size);
    const wrong = bytes.findIndex((byte, index) => byte !== (index & 0xff));
    assert_equals(wrong, -1);
  },
  "a body of five megabytes comes whole",
  { requirements: ["response-body-big"] },
);

promise_test(
  async () => {
    const size = 3 * 1024 * 1024;
    const { body } = await fetch(server.url("big", { size }));
    let length = 0;
    for (const chunk of await readChunks(body)) length += chunk.length;
    assert_equals(length, size);
  },
  "a body of three megabytes comes whole in chunks",
  { requirements: ["response-body-big"] },
);

promise_test(
  async () => {
    // "If stream doesn't need more data, ask the user agent to suspend the ongoing fetch."
    const token = server.token();
    const size = 64 * 1024 * 1024;
    const { body } = await fetch(server.url("big", { size, token }));
    const reader = body.getReader();
    await reader.read();
    await new Promise((resolve) => step_timeout(resolve, 300));
    await reader.cancel();
    const [taken] = await server.log(token, 1);
    assert_less_than(taken, size);
  },
  "a body that nobody reads is not taken from the server",
  { requirements: ["response-backpressure"] },
);

promise_test(
  async () => {
    const response = await stream({ chunk: ["one ", "two"], delay: 10 });
    const copy = response.clone();
    const [mine, other] = await Promise.all([response.text(), copy.text()]);
    assert_equals(mine, "one two");
    assert_equals(other, "one two");
  },
  "response and clone are read at the same time",
  { requirements: ["response-clone-body"] },
);

promise_test(
  async () => {
    const { body } = await stream({ chunk: ["one ", "two"], delay: 10 });
    const chunks = await readChunks(body.pipeThrough(new TransformStream()));
    assert_equals(await new Response(streamOf(...chunks)).text(), "one two");
  },
  "a body can be piped",
  { requirements: ["response-stream-piped"] },
);

promise_test(
  async () => {
    const source = await stream({ chunk: ["one ", "two"], delay: 10 });
    assert_equals(await new Response(source.body).text(), "one two");
    assert_true(source.bodyUsed);
  },
  "the body of a response can be that of another",
  { requirements: ["response-stream-piped"] },
);

promise_test(
  async () => {
    const response = await stream({ chunk: ["one ", "two"], delay: 10 });
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body) text += decoder.decode(chunk, { stream: true });
    assert_equals(text, "one two");
  },
  "a body can be iterated",
  { requirements: ["response-stream-iterated"] },
);

promise_test(
  async () => {
    const response = await stream({ chunk: ["one ", "two"], delay: 10 });
    for await (const _ of response.body) break;
    assert_true(response.bodyUsed);
    await new Promise((resolve) => step_timeout(resolve, 0));
    assert_true((await response.body.getReader().read()).done);
  },
  "leaving an iteration cancels the body",
  { requirements: ["response-stream-iterated"] },
);
