// META: title=Transferring a readable stream
// META: spec=https://streams.spec.whatwg.org/#rs-transfer
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-setupcrossrealmtransformreadable
// META: script=../resources/streams.js
"use strict";

// structuredClone() stands for every way to transfer: the streams are joined by message ports.
const transfer = (stream) => structuredClone(stream, { transfer: [stream] });

stream_test(
  async () => {
    const moved = transfer(streamOf("a", { some: "object" }, 3));
    assert_true(moved instanceof ReadableStream);
    const chunks = await readAll(moved);
    assert_equals(chunks.length, 3);
    assert_equals(chunks[0], "a");
    assert_equals(chunks[1].some, "object");
    assert_equals(chunks[2], 3);
  },
  "chunks arrive in order, then the end",
  { requirements: ["transfer-readable"] },
);

stream_test(
  async () => {
    const chunk = { some: "object" };
    const { value } = await transfer(streamOf(chunk)).getReader().read();
    assert_not_equals(value, chunk);
    assert_equals(value.some, "object");
  },
  "chunks are cloned",
  { requirements: ["transfer-readable"] },
);

stream_test(
  async () => {
    const chunk = new Uint8Array([1, 2]);
    const { value } = await transfer(streamOf(chunk)).getReader().read();
    assert_array_equals(value, [1, 2]);
    assert_equals(chunk.byteLength, 2, "the chunk's buffer is left with its owner");
  },
  "buffers of chunks are copied, not transferred",
  { requirements: ["transfer-readable"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const moved = transfer(stream);
    assert_throws_js(TypeError, () => moved.getReader({ mode: "byob" }));
    controller.enqueue(new Uint8Array([1, 2]));
    const { value } = await moved.getReader().read();
    assert_array_equals(value, [1, 2]);
  },
  "a byte stream arrives as a stream with a default controller",
  { requirements: ["transfer-readable"] },
);

test(
  () => {
    const stream = new ReadableStream();
    const moved = transfer(stream);
    assert_true(stream.locked, "the original");
    assert_false(moved.locked, "the transferred stream");
  },
  "the original is locked",
  { requirements: ["transfer-locks"] },
);

test(
  () => {
    const stream = new ReadableStream();
    stream.getReader();
    assert_throws_dom("DataCloneError", () => transfer(stream));
  },
  "a locked stream cannot be transferred",
  { requirements: ["transfer-locked"] },
);

test(
  () => {
    const stream = new ReadableStream();
    transfer(stream);
    assert_throws_dom("DataCloneError", () => transfer(stream));
  },
  "a stream cannot be transferred twice",
  { requirements: ["transfer-locked"] },
);

test(
  () => {
    const stream = new ReadableStream();
    assert_throws_dom("DataCloneError", () => structuredClone(stream));
    assert_false(stream.locked);
  },
  "a stream cannot be cloned",
  { requirements: ["transfer-not-serializable"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable();
    const reader = transfer(stream).getReader();
    controller.error("reason");
    await promise_rejects_exactly(t, "reason", reader.read());
    await promise_rejects_exactly(t, "reason", reader.closed);
  },
  "an error of the original arrives",
  { requirements: ["transfer-error"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable();
    const reader = transfer(stream).getReader();
    controller.error(new RangeError("made by the test"));
    await promise_rejects_js(t, RangeError, reader.closed);
  },
  "the error is cloned, with its type",
  { requirements: ["transfer-error"] },
);

stream_test(
  async (t) => {
    await promise_rejects_exactly(
      t,
      "reason",
      transfer(erroredStream("reason")).getReader().closed,
    );
  },
  "an errored stream arrives errored",
  { requirements: ["transfer-error"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    await transfer(stream).cancel("why");
    for (let turn = 0; turn < 20 && calls.length < 2; turn++) await drain();
    assert_calls(calls.slice(-1), [["cancel", "why"]]);
  },
  "cancel() reaches the original with its reason",
  { requirements: ["transfer-cancel"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const reason = { why: "enough" };
    await transfer(stream).cancel(reason);
    const canceled = () => calls.find(([name]) => name === "cancel");
    for (let turn = 0; turn < 20 && !canceled(); turn++) await drain();
    assert_not_equals(canceled()[1], reason);
    assert_equals(canceled()[1].why, "enough");
  },
  "the reason of cancel() is cloned",
  { requirements: ["transfer-cancel"] },
);

stream_test(
  async (t) => {
    const source = tracedReadable({ start: (c) => c.enqueue(() => {}) });
    const reader = transfer(source.stream).getReader();
    await promise_rejects_dom(t, "DataCloneError", reader.read());
    for (let turn = 0; turn < 20 && source.calls.length === 0; turn++) await drain();
    const [name, reason] = source.calls.at(-1);
    assert_equals(name, "cancel");
    assert_equals(reason.name, "DataCloneError");
  },
  "a chunk that cannot be cloned errors the transferred stream and cancels the original",
  { requirements: ["transfer-uncloneable"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ pull: countUp() }, { highWaterMark: 0 });
    const reader = transfer(stream).getReader();
    for (let turn = 0; turn < 10; turn++) await drain();
    assert_equals(calls.length, 1, "while nobody reads");
    assert_read(await reader.read(), 0);
    assert_read(await reader.read(), 1);
    for (let turn = 0; turn < 10; turn++) await drain();
    assert_less_than_equal(calls.length, 3, "after two reads");
  },
  "the original is pulled as the transferred stream is read",
  { requirements: ["transfer-hwm"] },
);

stream_test(
  async () => {
    const twice = transfer(transfer(streamOf("a", "b")));
    assert_array_equals(await readAll(twice), ["a", "b"]);
  },
  "a transferred stream can be transferred again",
  { requirements: ["transfer-readable"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await transfer(streamOf("a", "b")).pipeTo(stream);
    assert_calls(calls, [["write", "a"], ["write", "b"], "close"]);
  },
  "a transferred stream can be piped",
  { requirements: ["transfer-readable"] },
);

stream_test(
  async () => {
    const [first, second] = transfer(streamOf("a")).tee();
    assert_array_equals(await readAll(first), ["a"]);
    assert_array_equals(await readAll(second), ["a"]);
  },
  "a transferred stream can be teed",
  { requirements: ["transfer-readable"] },
);
