// META: title=TextEncoderStream
// META: spec=https://encoding.spec.whatwg.org/#interface-textencoderstream
// META: spec=https://encoding.spec.whatwg.org/#encode-and-enqueue-a-chunk
// META: spec=https://encoding.spec.whatwg.org/#convert-code-unit-to-scalar-value
// META: spec=https://encoding.spec.whatwg.org/#encode-and-flush
// META: script=resources/bytes.js
// META: script=resources/transform.js
"use strict";

// Rows: [statement, chunks, bytes of each chunk that comes out]
for (const [statement, chunks, output] of [
  ["each chunk is encoded on its own", ["A", "ü€"], ["41", "C3 BC E2 82 AC"]],
  ["no chunks give no chunks", [], []],
  ["an empty chunk gives no chunk", ["", "A", ""], ["41"]],
  ["a byte order mark is kept", ["\uFEFF"], ["EF BB BF"]],
  ["a surrogate pair in one chunk", ["\uD83D\uDCA9"], ["F0 9F 92 A9"]],
  ["a surrogate pair split between chunks", ["A\uD83D", "\uDCA9B"], ["41", "F0 9F 92 A9 42"]],
  ["a leading surrogate alone in its chunk gives no chunk", ["\uD83D", "\uDCA9"], ["F0 9F 92 A9"]],
  ["empty chunks between the surrogates", ["\uD83D", "", "", "\uDCA9"], ["F0 9F 92 A9"]],
  ["a leading surrogate that the next chunk breaks", ["\uD83D", "A"], ["EF BF BD 41"]],
  [
    "a leading surrogate before another one",
    ["\uD83D", "\uD83D", "\uDCA9"],
    ["EF BF BD", "F0 9F 92 A9"],
  ],
  ["a leading surrogate before a pair", ["\uD83D", "\uD83D\uDCA9"], ["EF BF BD F0 9F 92 A9"]],
  ["a trailing surrogate alone", ["\uDCA9", "A"], ["EF BF BD", "41"]],
  ["surrogates in the wrong order", ["\uDCA9\uD83D", "A"], ["EF BF BD", "EF BF BD 41"]],
  [
    "two pairs split between chunks",
    ["\uD83D", "\uDCA9\uD83D", "\uDCA9"],
    ["F0 9F 92 A9", "F0 9F 92 A9"],
  ],
  ["a leading surrogate at the end", ["A\uD83D"], ["41", "EF BF BD"]],
  ["a leading surrogate and empty chunks at the end", ["\uD83D", ""], ["EF BF BD"]],
  ["a trailing surrogate at the end", ["A\uDCA9"], ["41 EF BF BD"]],
]) {
  promise_test(async () => {
    const chunksOut = await transformed(new TextEncoderStream(), chunks);
    assert_equals(chunksOut.length, output.length, "number of chunks");
    for (const [i, hex] of output.entries()) {
      assert_array_equals(chunksOut[i], bytes(hex));
    }
  }, statement);
}

// Rows: [what, chunk, text]
for (const [what, chunk, text] of [
  ["undefined", undefined, "undefined"],
  ["null", null, "null"],
  ["a number", 3.5, "3.5"],
  ["an array", ["a", "b"], "a,b"],
  ["an object with toString", { toString: () => "text" }, "text"],
]) {
  promise_test(async () => {
    const [output] = await transformed(new TextEncoderStream(), [chunk]);
    assert_array_equals(
      output,
      Array.from(text, (c) => c.charCodeAt(0)),
    );
  }, `${what} as chunk is converted to a string`);
}

promise_test(async (t) => {
  const stream = new TextEncoderStream();
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const write = writer.write(Symbol("A"));
  const closed = writer.closed;
  await Promise.all([
    promise_rejects_js(t, TypeError, write, "write"),
    promise_rejects_js(t, TypeError, reader.read(), "read"),
    promise_rejects_js(t, TypeError, closed, "closed"),
  ]);
}, "a symbol as chunk errors both sides");

promise_test(async (t) => {
  const error = new Error("conversion");
  const chunk = {
    toString() {
      throw error;
    },
  };
  await promise_rejects_exactly(t, error, transformed(new TextEncoderStream(), [chunk]));
}, "an exception of the conversion errors the stream");

promise_test(async () => {
  const [output] = await transformed(new TextEncoderStream(), ["A"]);
  assert_true(output instanceof Uint8Array);
}, "the chunks are Uint8Array objects");

promise_test(async () => {
  const source = new ReadableStream({
    start(controller) {
      controller.enqueue("A\uD83D");
      controller.enqueue("\uDCA9");
      controller.close();
    },
  });
  const received = [];
  const sink = new WritableStream({
    write(chunk) {
      received.push(...chunk);
    },
  });
  await source.pipeThrough(new TextEncoderStream()).pipeTo(sink);
  assert_array_equals(received, bytes("41 F0 9F 92 A9"));
}, "it works in a pipe");

test(() => {
  const stream = new TextEncoderStream();
  assert_equals(stream.encoding, "utf-8");
  assert_throws_js(TypeError, () => {
    stream.encoding = "utf-16le";
  });
}, "the encoding is utf-8 and read-only");

test(() => {
  const stream = new TextEncoderStream();
  assert_true(stream.readable instanceof ReadableStream);
  assert_true(stream.writable instanceof WritableStream);
  assert_equals(stream.readable, stream.readable);
  assert_equals(stream.writable, stream.writable);
}, "readable and writable are the same streams each time");

test(() => {
  assert_throws_js(TypeError, () => TextEncoderStream());
}, "the constructor needs new");

for (const member of ["encoding", "readable", "writable"]) {
  test(() => {
    const { get } = Object.getOwnPropertyDescriptor(TextEncoderStream.prototype, member);
    assert_throws_js(TypeError, () => get.call({}));
  }, `${member} is an accessor that wants a TextEncoderStream`);
}

test(() => {
  const name = Object.prototype.toString.call(new TextEncoderStream());
  assert_equals(name, "[object TextEncoderStream]");
}, "the class string is TextEncoderStream");
