// META: title=Transferring a writable or a transform stream
// META: spec=https://streams.spec.whatwg.org/#ws-transfer
// META: spec=https://streams.spec.whatwg.org/#ts-transfer
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-setupcrossrealmtransformwritable
// META: script=../resources/streams.js
"use strict";

// structuredClone() stands for every way to transfer: the streams are joined by message ports.
const transfer = (stream) => structuredClone(stream, { transfer: [stream] });

// Gives messages time to arrive.
async function until(condition) {
  for (let turn = 0; turn < 20 && !condition(); turn++) await drain();
}

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const moved = transfer(stream);
    assert_true(moved instanceof WritableStream);
    const writer = moved.getWriter();
    writer.write("a");
    writer.write("b");
    await writer.close();
    await until(() => calls.includes("close"));
    assert_calls(calls, [["write", "a"], ["write", "b"], "close"]);
  },
  "what is written reaches the original sink, then the close",
  { requirements: ["transfer-writable"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const chunk = { some: "object" };
    transfer(stream).getWriter().write(chunk);
    await until(() => calls.length > 0);
    assert_not_equals(calls[0][1], chunk);
    assert_equals(calls[0][1].some, "object");
  },
  "chunks are cloned",
  { requirements: ["transfer-writable"] },
);

test(
  () => {
    const stream = new WritableStream();
    const moved = transfer(stream);
    assert_true(stream.locked, "the original");
    assert_false(moved.locked, "the transferred stream");
  },
  "the original is locked",
  { requirements: ["transfer-locks"] },
);

test(
  () => {
    const stream = new WritableStream();
    stream.getWriter();
    assert_throws_dom("DataCloneError", () => transfer(stream));
  },
  "a locked stream cannot be transferred",
  { requirements: ["transfer-locked"] },
);

test(
  () => {
    assert_throws_dom("DataCloneError", () => structuredClone(new WritableStream()));
  },
  "a stream cannot be cloned",
  { requirements: ["transfer-not-serializable"] },
);

test(
  () => {
    assert_equals(
      transfer(new WritableStream({}, { highWaterMark: 5 })).getWriter().desiredSize,
      1,
    );
  },
  "a transferred writable stream has a high water mark of 1",
  { requirements: ["transfer-hwm"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await transfer(stream).abort("why");
    await until(() => calls.length > 0);
    assert_calls(calls, [["abort", "why"]]);
  },
  "abort() reaches the original sink with its reason",
  { requirements: ["transfer-abort"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedWritable();
    const writer = transfer(stream).getWriter();
    controller.error("reason");
    await promise_rejects_exactly(t, "reason", writer.closed);
    await promise_rejects_exactly(t, "reason", writer.write("a"));
  },
  "an error of the original arrives",
  { requirements: ["transfer-sink-error"] },
);

stream_test(
  async (t) => {
    const { stream } = tracedWritable({
      write() {
        throw "from write";
      },
    });
    const writer = transfer(stream).getWriter();
    writer.write("a").catch(() => {});
    await promise_rejects_exactly(t, "from write", writer.closed);
  },
  "a failing write of the original sink errors the transferred stream",
  { requirements: ["transfer-sink-error"] },
);

stream_test(
  async (t) => {
    const { calls, stream } = tracedWritable();
    const writer = transfer(stream).getWriter();
    await promise_rejects_dom(
      t,
      "DataCloneError",
      writer.write(() => {}),
    );
    await until(() => calls.length > 0);
    assert_equals(calls[0][0], "abort");
    assert_equals(calls[0][1].name, "DataCloneError");
  },
  "a chunk that cannot be cloned errors the write and aborts the original",
  { requirements: ["transfer-uncloneable"] },
);

stream_test(
  async () => {
    const writing = deferred();
    const { calls, stream } = tracedWritable({ write: () => writing.promise });
    const writer = transfer(stream).getWriter();
    for (let i = 0; i < 9; i++) writer.write(i).catch(() => {});
    for (let turn = 0; turn < 10; turn++) await drain();
    assert_calls(calls, [["write", 0]], "while the first write is under way");
    await assert_state(writer.ready, "pending", "ready");
    writing.resolve();
    await until(() => calls.length === 9);
    assert_equals(calls.length, 9);
  },
  "backpressure of the original sink is passed on",
  { requirements: ["transfer-hwm"] },
);

stream_test(
  async () => {
    const stream = new TransformStream({ transform: (chunk, c) => c.enqueue(chunk * 2) });
    const moved = transfer(stream);
    assert_true(moved instanceof TransformStream);
    assert_true(stream.readable.locked && stream.writable.locked, "the original's sides");
    assert_array_equals(await readAll(streamOf(1, 2).pipeThrough(moved)), [2, 4]);
  },
  "a transform stream arrives with both its sides",
  { requirements: ["transfer-transform", "transfer-locks"] },
);

for (const side of ["readable", "writable"]) {
  test(
    () => {
      const stream = new TransformStream();
      if (side === "readable") stream.readable.getReader();
      else stream.writable.getWriter();
      assert_throws_dom("DataCloneError", () => transfer(stream));
    },
    `a transform stream whose ${side} side is locked cannot be transferred`,
    { requirements: ["transfer-locked"] },
  );
}

test(
  () => {
    assert_throws_dom("DataCloneError", () => structuredClone(new TransformStream()));
  },
  "a transform stream cannot be cloned",
  { requirements: ["transfer-not-serializable"] },
);

stream_test(
  async () => {
    const { readable, writable } = new TransformStream();
    const moved = structuredClone({ readable, writable }, { transfer: [readable, writable] });
    assert_array_equals(await readAll(streamOf("a", "b").pipeThrough(moved)), ["a", "b"]);
  },
  "both sides can be transferred as a pair",
  { requirements: ["transfer-readable", "transfer-writable"] },
);
