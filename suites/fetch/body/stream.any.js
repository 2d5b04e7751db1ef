// META: title=The stream of a body
// META: spec=https://fetch.spec.whatwg.org/#concept-body-stream
// META: spec=https://fetch.spec.whatwg.org/#body-fully-read
// META: spec=https://streams.spec.whatwg.org/#readablestreamdefaultreader-read-all-bytes
// META: script=../resources/body.js
"use strict";

const methods = ["arrayBuffer", "blob", "bytes", "json", "text"];

for (const [label, makeBody] of [
  ["a string", () => "text"],
  ["a view", () => utf8("text")],
  ["a Blob", () => new Blob(["text"])],
  ["a URLSearchParams", () => new URLSearchParams("text")],
  ["a FormData", () => new FormData()],
]) {
  promise_test(
    async () => {
      const chunks = await readChunks(new Response(makeBody()).body);
      assert_greater_than(chunks.length, 0);
      for (const chunk of chunks) assert_true(chunk instanceof Uint8Array);
    },
    `the chunks of a body from ${label} are Uint8Arrays`,
    { requirements: ["body-stream-chunks"] },
  );

  promise_test(
    async () => {
      const reader = new Response(makeBody()).body.getReader({ mode: "byob" });
      const { done, value } = await reader.read(new Uint8Array(2));
      assert_false(done);
      assert_true(value instanceof Uint8Array);
      assert_greater_than(value.byteLength, 0);
      assert_less_than_equal(value.byteLength, 2);
    },
    `a body from ${label} can be read into a buffer of the reader`,
    { requirements: ["body-stream-byob"] },
  );
}

for (const [label, makeChunk] of [
  ["a string", () => "text"],
  ["a number", () => 1],
  ["null", () => null],
  ["undefined", () => undefined],
  ["an array of numbers", () => [1, 2]],
  ["an ArrayBuffer", () => new ArrayBuffer(2)],
  ["a DataView", () => new DataView(new ArrayBuffer(2))],
  ["a Uint16Array", () => new Uint16Array(2)],
  ["a Uint8ClampedArray", () => new Uint8ClampedArray(2)],
  ["a Blob", () => new Blob(["text"])],
]) {
  promise_test(
    async (t) => {
      const response = new Response(streamOf(utf8("good"), makeChunk()));
      await promise_rejects_js(t, TypeError, response.text());
    },
    `a chunk that is ${label} makes text() reject with a TypeError`,
    { requirements: ["body-chunk-types"] },
  );
}

for (const method of methods) {
  promise_test(
    async (t) => {
      const error = { name: "own" };
      const stream = new ReadableStream({
        start(controller) {
          controller.error(error);
        },
      });
      await promise_rejects_exactly(t, error, new Response(stream)[method]());
    },
    `${method}() rejects with the error of an errored stream`,
    { requirements: ["body-stream-error"] },
  );

  promise_test(
    async (t) => {
      const error = new Error("broken");
      let pulls = 0;
      const stream = new ReadableStream({
        pull(controller) {
          pulls += 1;
          if (pulls > 2) throw error;
          controller.enqueue(utf8("1"));
        },
      });
      await promise_rejects_exactly(t, error, new Response(stream)[method]());
    },
    `${method}() rejects with the error of a stream that fails after some chunks`,
    { requirements: ["body-stream-error"] },
  );

  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, new Response(streamOf("not bytes"))[method]());
    },
    `${method}() rejects with a TypeError for a chunk that is no Uint8Array`,
    { requirements: ["body-chunk-types"] },
  );
}

promise_test(
  async () => {
    const stream = streamOf(utf8(""), utf8("a"), utf8(""), utf8("b"));
    assert_equals(await new Response(stream).text(), "ab");
  },
  "empty chunks are skipped",
  { requirements: ["body-stream-read"] },
);

promise_test(
  async () => {
    assert_equals(await new Response(streamOf()).text(), "");
  },
  "a stream without chunks is an empty body",
  { requirements: ["body-stream-read"] },
);

promise_test(
  async () => {
    let left = 1000;
    const stream = new ReadableStream({
      async pull(controller) {
        await undefined;
        if (left === 0) controller.close();
        else controller.enqueue(bytesFrom(left-- & 0xff));
      },
    });
    const bytes = await new Response(stream).bytes();
    assert_equals(bytes.length, 1000);
    assert_equals(bytes[0], 1000 & 0xff);
    assert_equals(bytes[999], 1);
  },
  "chunks that come one by one are put together in order",
  { requirements: ["body-stream-read"] },
);

promise_test(
  async () => {
    const stream = new ReadableStream({
      type: "bytes",
      start(controller) {
        controller.enqueue(utf8("te"));
        controller.enqueue(utf8("xt"));
        controller.close();
      },
    });
    assert_equals(await new Response(stream).text(), "text");
  },
  "a byte stream is read too",
  { requirements: ["body-stream-read"] },
);

promise_test(
  async () => {
    const { readable, writable } = new TransformStream();
    const text = new Response(readable).text();
    const writer = writable.getWriter();
    await writer.write(utf8("one "));
    await writer.write(utf8("two"));
    await writer.close();
    assert_equals(await text, "one two");
  },
  "a stream that is written to while it is read is read to its end",
  { requirements: ["body-stream-read"] },
);

promise_test(
  async () => {
    const reasons = [];
    const stream = new ReadableStream({
      cancel(reason) {
        reasons.push(reason);
      },
    });
    await new Response(stream).body.cancel("enough");
    assert_array_equals(reasons, ["enough"]);
  },
  "cancelling the body cancels the given stream",
  { requirements: ["body-stream-cancel"] },
);

promise_test(
  async () => {
    let pulled = false;
    const stream = new ReadableStream(
      {
        pull() {
          pulled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const response = new Response(stream);
    assert_equals(response.body, stream);
    await new Promise((resolve) => step_timeout(resolve, 0));
    assert_false(response.bodyUsed);
    assert_false(pulled);
    const read = stream.getReader().read();
    assert_true(pulled);
    assert_true(response.bodyUsed);
    read.catch(() => {});
  },
  "a given stream is not pulled before the body is read",
  { requirements: ["body-stream-lazy"] },
);
