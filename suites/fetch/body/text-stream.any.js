// META: title=Body.textStream()
// META: spec=https://fetch.spec.whatwg.org/#dom-body-textstream
// META: script=../resources/body.js
// META: since=latest
"use strict";

for (const holder of bodyHolders) {
  promise_test(
    async () => {
      const object = holder.make("a\u00e9\u{1f600}");
      const stream = object.textStream();
      assert_true(stream instanceof ReadableStream);
      const chunks = await readChunks(stream);
      for (const chunk of chunks) assert_equals(typeof chunk, "string");
      assert_equals(chunks.join(""), "a\u00e9\u{1f600}");
    },
    `${holder.name}.textStream() gives the text in string chunks`,
    { requirements: ["text-stream"] },
  );

  promise_test(
    async () => {
      const object = holder.make();
      assert_array_equals(await readChunks(object.textStream()), []);
      assert_false(object.bodyUsed);
      assert_not_equals(object.textStream(), object.textStream());
    },
    `${holder.name}.textStream() without a body gives a new empty stream each time`,
    { requirements: ["text-stream-empty"] },
  );

  promise_test(
    async (t) => {
      const object = holder.make("text");
      const stream = object.textStream();
      assert_true(object.body.locked);
      await promise_rejects_js(t, TypeError, object.text());
      await stream.cancel();
      assert_true(object.bodyUsed);
    },
    `${holder.name}.textStream() locks the body`,
    { requirements: ["text-stream-locks"] },
  );

  promise_test(
    async () => {
      const object = holder.make("text");
      await object.text();
      assert_throws_js(TypeError, () => object.textStream());
    },
    `${holder.name}.textStream() of a used body throws a TypeError`,
    { requirements: ["text-stream-unusable"] },
  );

  test(
    () => {
      const object = holder.make("text");
      object.body.getReader();
      assert_throws_js(TypeError, () => object.textStream());
    },
    `${holder.name}.textStream() of a locked body throws a TypeError`,
    { requirements: ["text-stream-unusable"] },
  );
}

for (const [label, chunks, expected] of [
  ["a byte order mark", [[0xef, 0xbb, 0xbf, 0x61]], "a"],
  ["a byte order mark in two chunks", [[0xef], [0xbb, 0xbf, 0x61]], "a"],
  [
    "a character in two chunks",
    [
      [0x61, 0xc3],
      [0xa9, 0x62],
    ],
    "a\u00e9b",
  ],
  ["an invalid byte", [[0x61, 0xff, 0x62]], "a\ufffdb"],
  ["a truncated character at the end", [[0x61], [0xe2, 0x98]], "a\ufffd"],
]) {
  promise_test(
    async () => {
      const stream = streamOf(...chunks.map((bytes) => Uint8Array.from(bytes)));
      const read = await readChunks(new Response(stream).textStream());
      assert_equals(read.join(""), expected);
    },
    `${label} is decoded as UTF-8`,
    { requirements: ["text-stream"] },
  );
}

promise_test(
  async () => {
    const headers = { "content-type": "text/plain;charset=iso-8859-1" };
    const response = new Response(bytesFrom(0xc3, 0xa9), { headers });
    assert_equals((await readChunks(response.textStream())).join(""), "\u00e9");
  },
  "charset in Content-Type has no effect",
  { requirements: ["text-stream-charset"] },
);

promise_test(
  async (t) => {
    const error = new Error("broken");
    const stream = new ReadableStream({
      start(controller) {
        controller.error(error);
      },
    });
    await promise_rejects_exactly(t, error, readChunks(new Response(stream).textStream()));
  },
  "an error of the body reaches the text stream",
  { requirements: ["text-stream-errors"] },
);

promise_test(
  async (t) => {
    const response = new Response(streamOf("not bytes"));
    await promise_rejects_js(t, TypeError, readChunks(response.textStream()));
  },
  "a chunk that is no BufferSource errors the text stream",
  { requirements: ["text-stream-errors"] },
);
