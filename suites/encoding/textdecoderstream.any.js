// META: title=TextDecoderStream
// META: spec=https://encoding.spec.whatwg.org/#interface-textdecoderstream
// META: spec=https://encoding.spec.whatwg.org/#decode-and-enqueue-a-chunk
// META: spec=https://encoding.spec.whatwg.org/#flush-and-enqueue
// META: script=resources/bytes.js
// META: script=resources/transform.js
// META: script=/common/shared-buffer.js
"use strict";

const replacement = {};
const ignoreBOM = { ignoreBOM: true };

// Rows: [statement, label, options, chunks, chunks that come out]
for (const [statement, label, options, chunks, output] of [
  ["each chunk is decoded on its own", "utf-8", replacement, ["41", "C3 BC"], ["A", "ü"]],
  ["no chunks give no chunks", "utf-8", replacement, [], []],
  ["an empty chunk gives no chunk", "utf-8", replacement, ["", "41", ""], ["A"]],
  ["two bytes split", "utf-8", replacement, ["41 C3", "BC 42"], ["A", "üB"]],
  [
    "a chunk without a whole sequence gives no chunk",
    "utf-8",
    replacement,
    ["E2", "82", "AC"],
    ["€"],
  ],
  ["a start that the next chunk breaks", "utf-8", replacement, ["E2 82", "41"], ["\uFFFDA"]],
  ["a start that is left at the end", "utf-8", replacement, ["41 F0 9F"], ["A", "\uFFFD"]],
  ["an error inside a chunk", "utf-8", replacement, ["41 FF 42"], ["A\uFFFDB"]],
  ["a byte order mark is removed", "utf-8", replacement, ["EF BB BF 41"], ["A"]],
  ["a byte order mark alone gives no chunk", "utf-8", replacement, ["EF BB BF", "41"], ["A"]],
  ["a byte order mark split is removed", "utf-8", replacement, ["EF", "BB BF 41"], ["A"]],
  [
    "a byte order mark in a later chunk is kept",
    "utf-8",
    replacement,
    ["41", "EF BB BF"],
    ["A", "\uFEFF"],
  ],
  ["a second byte order mark is kept", "utf-8", replacement, ["EF BB BF", "EF BB BF"], ["\uFEFF"]],
  ["a byte order mark is kept with ignoreBOM", "utf-8", ignoreBOM, ["EF BB", "BF 41"], ["\uFEFFA"]],
  ["a UTF-16 code unit split", "utf-16le", replacement, ["41", "00 42", "00"], ["A", "B"]],
  ["a surrogate pair split", "utf-16be", replacement, ["D8 3D", "DC A9"], ["💩"]],
  ["a surrogate left at the end", "utf-16le", replacement, ["3D D8"], ["\uFFFD"]],
  ["a UTF-16 byte order mark split is removed", "utf-16le", replacement, ["FF", "FE 41 00"], ["A"]],
  ["Shift_JIS bytes split", "shift_jis", replacement, ["82", "A0 41"], ["あA"]],
  [
    "an ISO-2022-JP state lasts",
    "iso-2022-jp",
    replacement,
    ["1B 24 42", "24 22", "24"],
    ["あ", "\uFFFD"],
  ],
  ["a single-byte encoding", "windows-1252", replacement, ["80", "FF"], ["€", "ÿ"]],
]) {
  promise_test(async () => {
    const stream = new TextDecoderStream(label, options);
    const texts = await transformed(stream, chunks.map(bytes));
    assert_equals(JSON.stringify(texts), JSON.stringify(output));
  }, statement);
}

const view = (hex, View) =>
  new View(bytes(`00 00 ${hex} 00 00`).buffer, 2, 4 / (View.BYTES_PER_ELEMENT ?? 1));

// Rows: [what, a chunk of the bytes 41 E2 82 AC]
for (const [what, make] of [
  ["an ArrayBuffer", () => bytes("41 E2 82 AC").buffer],
  ["a DataView of a part", () => view("41 E2 82 AC", DataView)],
  ["a Uint16Array of a part", () => view("41 E2 82 AC", Uint16Array)],
  [
    "a SharedArrayBuffer",
    () => {
      const buffer = sharedBuffer(4);
      new Uint8Array(buffer).set(bytes("41 E2 82 AC"));
      return buffer;
    },
  ],
  [
    "a view of a SharedArrayBuffer",
    () => {
      const array = new Uint8Array(sharedBuffer(8), 2, 4);
      array.set(bytes("41 E2 82 AC"));
      return array;
    },
  ],
]) {
  promise_test(async () => {
    const texts = await transformed(new TextDecoderStream(), [make()]);
    assert_array_equals(texts, ["A€"]);
  }, `${what} as chunk is decoded`);
}

for (const [what, chunk] of [
  ["undefined", undefined],
  ["null", null],
  ["a number", 65],
  ["a string", "A"],
  ["an array of bytes", [0x41]],
]) {
  promise_test(async (t) => {
    await promise_rejects_js(t, TypeError, transformed(new TextDecoderStream(), [chunk]));
  }, `${what} as chunk errors the stream`);
}

// Rows: [statement, chunks]
for (const [statement, chunks] of [
  ["an error inside a chunk", ["41 FF 42"]],
  ["a start that the next chunk breaks", ["E2 82", "41"]],
  ["a start that is left at the end", ["41 E2"]],
]) {
  promise_test(async (t) => {
    const stream = new TextDecoderStream("utf-8", { fatal: true });
    const reader = stream.readable.getReader();
    const writer = stream.writable.getWriter();
    const writes = chunks.map((hex) => writer.write(bytes(hex)));
    const reads = [...chunks, "end"].map(() => reader.read());
    await Promise.allSettled([...writes, writer.close(), ...reads]);
    await promise_rejects_js(t, TypeError, writer.closed, "writable");
    await promise_rejects_js(t, TypeError, reader.closed, "readable");
  }, `fatal: ${statement} errors both sides`);
}

promise_test(async () => {
  const stream = new TextDecoderStream("utf-8", { fatal: true });
  const texts = await transformed(stream, ["E2", "82 AC", "EF BF BD"].map(bytes));
  assert_array_equals(texts, ["€", "\uFFFD"]);
}, "fatal: split sequences and an encoded U+FFFD are no errors");

promise_test(async () => {
  const source = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes("41 E2"));
      controller.enqueue(bytes("82 AC"));
      controller.close();
    },
  });
  let received = "";
  const sink = new WritableStream({
    write(chunk) {
      received += chunk;
    },
  });
  await source.pipeThrough(new TextDecoderStream()).pipeTo(sink);
  assert_equals(received, "A€");
}, "it works in a pipe");

test(() => {
  const stream = new TextDecoderStream();
  assert_equals(stream.encoding, "utf-8");
  assert_equals(stream.fatal, false);
  assert_equals(stream.ignoreBOM, false);
}, "the defaults are utf-8, not fatal, not ignoreBOM");

test(() => {
  const stream = new TextDecoderStream(" Latin1 ", { fatal: true, ignoreBOM: true });
  assert_equals(stream.encoding, "windows-1252");
  assert_equals(stream.fatal, true);
  assert_equals(stream.ignoreBOM, true);
}, "label and options show in the attributes");

for (const label of ["", "utf-7", "replacement", "iso-2022-kr"]) {
  test(
    () => {
      assert_throws_js(RangeError, () => new TextDecoderStream(label));
    },
    `the label ${JSON.stringify(label)} throws a RangeError`,
  );
}

for (const member of ["encoding", "fatal", "ignoreBOM", "readable", "writable"]) {
  test(() => {
    const stream = new TextDecoderStream();
    const before = stream[member];
    assert_throws_js(TypeError, () => {
      stream[member] = "x";
    });
    assert_equals(stream[member], before);
    const { get } = Object.getOwnPropertyDescriptor(TextDecoderStream.prototype, member);
    assert_throws_js(TypeError, () => get.call({}));
  }, `${member} is a read-only accessor that wants a TextDecoderStream`);
}

test(() => {
  const stream = new TextDecoderStream();
  assert_true(stream.readable instanceof ReadableStream);
  assert_true(stream.writable instanceof WritableStream);
}, "readable and writable are streams");

test(() => {
  assert_throws_js(TypeError, () => TextDecoderStream());
}, "the constructor needs new");

test(() => {
  const name = Object.prototype.toString.call(new TextDecoderStream());
  assert_equals(name, "[object TextDecoderStream]");
}, "the class string is TextDecoderStream");
