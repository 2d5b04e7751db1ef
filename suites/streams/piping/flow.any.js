// META: title=The flow of chunks through a pipe
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: script=../resources/streams.js
"use strict";

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const chunks = ["a", undefined, null, { some: "object" }];
    await streamOf(...chunks).pipeTo(stream);
    assert_calls(calls, [...chunks.map((chunk) => ["write", chunk]), "close"]);
  },
  "all chunks arrive in order, then the close",
  { requirements: ["pipe-order", "pipe-any-chunk"] },
);

stream_test(
  async () => {
    const source = tracedReadable({}, { highWaterMark: 0 });
    const { stream } = tracedWritable({}, { highWaterMark: 0 });
    source.stream.pipeTo(stream);
    await drain();
    assert_calls(source.calls, []);
  },
  "nothing is read while the destination's desiredSize is 0",
  { requirements: ["pipe-backpressure"] },
);

stream_test(
  async () => {
    const source = tracedReadable({}, { highWaterMark: 0 });
    source.stream.pipeTo(new WritableStream());
    await drain();
    assert_calls(source.calls, ["pull"]);
  },
  "the source is read as soon as the destination has room",
  { requirements: ["pipe-flow"] },
);

stream_test(
  async () => {
    const source = tracedReadable({ pull: countUp() }, { highWaterMark: 0 });
    const never = () => new Promise(() => {});
    const destination = tracedWritable({ write: never }, { highWaterMark: 3 });
    source.stream.pipeTo(destination.stream);
    await drain();
    assert_equals(source.calls.length, 3, "chunks taken from the source");
    assert_calls(destination.calls, [["write", 0]]);
  },
  "no more is read than the destination has room for",
  { requirements: ["pipe-backpressure-bound"] },
);

stream_test(
  async () => {
    const writes = [deferred(), deferred()];
    const source = tracedReadable({ pull: countUp() }, { highWaterMark: 0 });
    const { stream } = tracedWritable({ write: (n) => writes[n].promise });
    source.stream.pipeTo(stream);
    await drain();
    assert_equals(source.calls.length, 1, "while the first write is under way");
    writes[0].resolve();
    await drain();
    assert_equals(source.calls.length, 2, "when it has finished");
  },
  "a finished write makes the pipe read on",
  { requirements: ["pipe-flow"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable({}, { highWaterMark: 8 });
    const source = tracedReadable();
    const piped = source.stream.pipeTo(stream);
    await drain();
    source.controller.enqueue("a");
    await drain();
    assert_calls(calls, [["write", "a"]]);
    source.controller.enqueue("b");
    source.controller.close();
    await piped;
    assert_calls(calls, [["write", "a"], ["write", "b"], "close"]);
  },
  "chunks pass as they come",
  { requirements: ["pipe-flow"] },
);

stream_test(
  async () => {
    const writing = deferred();
    const { calls, stream } = tracedWritable(
      { write: () => writing.promise },
      { highWaterMark: 4 },
    );
    const piped = streamOf("a", "b").pipeTo(stream);
    await assert_state(piped, "pending");
    assert_calls(calls, [["write", "a"]]);
    writing.resolve();
    await piped;
    assert_calls(calls, [["write", "a"], ["write", "b"], "close"]);
  },
  "the pipe waits for all its writes before it closes",
  { requirements: ["pipe-order"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const bytes = tracedBytes();
    const piped = bytes.stream.pipeTo(stream);
    bytes.controller.enqueue(new Uint8Array([1, 2]));
    bytes.controller.close();
    await piped;
    assert_view(calls[0][1], Uint8Array, 0, [1, 2]);
    assert_equals(calls[1], "close");
  },
  "a byte stream can be piped",
  { requirements: ["pipe-bytes"] },
);

stream_test(
  async () => {
    const double = (chunk, c) => c.enqueue(chunk * 2);
    const output = streamOf(1, 2, 3)
      .pipeThrough(new TransformStream({ transform: double }))
      .pipeThrough(new TransformStream({ transform: double }));
    assert_array_equals(await readAll(output), [4, 8, 12]);
  },
  "pipes can be chained through transform streams",
  { requirements: ["pipe-through-returns"] },
);

stream_test(
  async () => {
    const source = tracedReadable({ pull: countUp() }, { highWaterMark: 0 });
    const output = source.stream.pipeThrough(new TransformStream());
    await drain();
    // One chunk fills the writable side; how soon the pipe takes it is the implementation's choice.
    assert_less_than_equal(source.calls.length, 1, "before a read");
    assert_read(await output.getReader().read(), 0);
    await drain();
    assert_less_than_equal(source.calls.length, 2, "after a read");
  },
  "backpressure goes through a transform stream",
  { requirements: ["pipe-backpressure-bound", "ts-backpressure"] },
);

for (const [name, patch] of [
  ["getReader()", { on: "ReadableStream", member: "getReader" }],
  ["read()", { on: "ReadableStreamDefaultReader", member: "read" }],
  ["getWriter()", { on: "WritableStream", member: "getWriter" }],
  ["write()", { on: "WritableStreamDefaultWriter", member: "write" }],
  ["close()", { on: "WritableStreamDefaultWriter", member: "close" }],
]) {
  stream_test(
    async (t) => {
      const { prototype } = globalThis[patch.on];
      const original = prototype[patch.member];
      t.add_cleanup(() => {
        prototype[patch.member] = original;
      });
      let used = false;
      prototype[patch.member] = function (...args) {
        used = true;
        return original.apply(this, args);
      };
      const { calls, stream } = tracedWritable();
      await streamOf("a").pipeTo(stream);
      assert_calls(calls, [["write", "a"], "close"]);
      assert_false(used);
    },
    `a pipe does not use the public ${name}`,
    { requirements: ["pipe-public-api", "patched-methods"] },
  );
}

stream_test(
  async () => {
    const destination = tracedWritable();
    await streamOf("a", "b").pipeTo(destination.stream, { preventClose: true });
    await streamOf("c").pipeTo(destination.stream);
    assert_calls(destination.calls, [["write", "a"], ["write", "b"], ["write", "c"], "close"]);
  },
  "several sources can be piped into one destination one after the other",
  { requirements: ["pipe-reuse"] },
);
