// META: title=TransformStream: transform and flush
// META: spec=https://streams.spec.whatwg.org/#dom-transformer-transform
// META: spec=https://streams.spec.whatwg.org/#dom-transformer-flush
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-sink-write-algorithm
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-sink-close-algorithm
// META: script=../resources/streams.js
"use strict";

// Writes the chunks, closes, and gives what comes out.
async function through(stream, ...chunks) {
  const writer = stream.writable.getWriter();
  const writes = chunks.map((chunk) => writer.write(chunk));
  const [output] = await Promise.all([readAll(stream.readable), writer.close(), ...writes]);
  return output;
}

for (const [name, args] of [
  ["no transformer", []],
  ["an empty transformer", [{}]],
]) {
  stream_test(
    async () => {
      const chunks = ["a", undefined, null, { some: "object" }, Promise.resolve(1)];
      assert_array_equals(await through(new TransformStream(...args), ...chunks), chunks);
    },
    `a stream with ${name} passes its chunks on as they are`,
    { requirements: ["ts-identity"] },
  );
}

stream_test(
  async () => {
    const transform = (chunk, c) => {
      for (let i = 0; i < chunk; i++) c.enqueue(chunk);
    };
    const output = await through(new TransformStream({ transform }), 2, 0, 3);
    assert_array_equals(output, [2, 2, 3, 3, 3]);
  },
  "transform may enqueue any number of chunks",
  { requirements: ["ts-transform-any-number"] },
);

stream_test(
  async () => {
    const output = await through(new TransformStream({ transform: () => "ignored" }), "a", "b");
    assert_array_equals(output, []);
  },
  "a transform that enqueues nothing drops the chunk; its result is ignored",
  { requirements: ["ts-transform-any-number"] },
);

stream_test(
  async () => {
    const transform = async (chunk, c) => {
      await drain();
      c.enqueue(chunk.toUpperCase());
    };
    assert_array_equals(await through(new TransformStream({ transform }), "a", "b"), ["A", "B"]);
  },
  "transform may be asynchronous",
  { requirements: ["ts-transform-any-number"] },
);

stream_test(
  async () => {
    const transforming = deferred();
    const { calls, stream } = tracedTransform({ transform: () => transforming.promise });
    const writer = stream.writable.getWriter();
    const written = writer.write("a");
    writer.write("b");
    stream.readable.getReader().read();
    await assert_state(written, "pending");
    assert_calls(calls, [["transform", "a"]], "while the first is under way");
    transforming.resolve();
    await written;
    await drain();
    assert_calls(
      calls,
      [
        ["transform", "a"],
        ["transform", "b"],
      ],
      "afterwards",
    );
  },
  "one transform at a time, and write() waits for its own",
  { requirements: ["ts-transform-one-at-a-time"] },
);

stream_test(
  async () => {
    const seen = [];
    const transformer = {
      start(c) {
        this.controller = c;
      },
      transform(...args) {
        seen.push(this, ...args);
      },
      flush(...args) {
        seen.push(this, ...args);
      },
    };
    await through(new TransformStream(transformer), "a");
    const { controller } = transformer;
    assert_array_equals(seen, [transformer, "a", controller, transformer, controller]);
  },
  "transform gets chunk and controller, flush the controller, both on the transformer",
  { requirements: ["ts-transform-arguments", "ts-flush-arguments"] },
);

stream_test(
  async () => {
    const start = (c) => c.enqueue("first");
    const flush = (c) => c.enqueue("last");
    const output = await through(new TransformStream({ start, flush }), "a");
    assert_array_equals(output, ["first", "a", "last"]);
  },
  "start and flush may enqueue",
  { requirements: ["ts-start-flush-enqueue"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedTransform({ transform: (chunk, c) => c.enqueue(chunk) });
    await through(stream, "a", "b");
    assert_calls(calls, [["transform", "a"], ["transform", "b"], "flush"]);
  },
  "flush is called once, after the last transform",
  { requirements: ["ts-flush-once"] },
);

stream_test(
  async () => {
    const flushing = deferred();
    const { stream } = tracedTransform({ flush: () => flushing.promise });
    const closed = stream.writable.close();
    const reader = stream.readable.getReader();
    await assert_state(closed, "pending", "close()");
    await assert_state(reader.closed, "pending", "the readable side");
    flushing.resolve();
    await closed;
    await reader.closed;
  },
  "close waits for the promise of flush",
  { requirements: ["ts-flush-waits"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedTransform();
    await stream.writable.close();
    assert_calls(calls, ["flush"]);
    assert_done(await stream.readable.getReader().read());
  },
  "close does not need a reader",
  { requirements: ["ts-close-no-reader"] },
);

stream_test(
  async () => {
    const flush = (c) => c.enqueue("last");
    const { stream } = tracedTransform({ flush });
    await stream.writable.close();
    const reader = stream.readable.getReader();
    assert_read(await reader.read(), "last");
    assert_done(await reader.read());
  },
  "chunks enqueued in flush can be read after the close",
  { requirements: ["ts-start-flush-enqueue"] },
);

for (const [method, trigger] of [
  ["transform", (stream) => stream.writable.getWriter().write("a")],
  ["flush", (stream) => stream.writable.getWriter().close()],
]) {
  for (const [how, fail] of [
    [
      "an exception from",
      (error) => {
        throw error;
      },
    ],
    ["a rejected promise from", (error) => Promise.reject(error)],
  ]) {
    stream_test(
      async (t) => {
        const error = makeError();
        const { calls, stream } = tracedTransform({ [method]: () => fail(error) });
        const reader = stream.readable.getReader();
        const read = reader.read();
        await promise_rejects_exactly(t, error, trigger(stream), "the writer's call");
        await promise_rejects_exactly(t, error, read, "read()");
        await promise_rejects_exactly(t, error, reader.closed, "closed of the reader");
        stream.writable.abort().catch(() => {});
        assert_false(calls.includes("cancel"));
      },
      `${how} ${method} rejects the writer's call and errors the readable side`,
      { requirements: ["ts-transform-fails", "ts-flush-fails"] },
    );
  }
}

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, stream } = tracedTransform({ transform: () => Promise.reject(error) });
    const writer = stream.writable.getWriter();
    stream.readable
      .getReader()
      .read()
      .catch(() => {});
    const writes = [writer.write("a"), writer.write("b")];
    const closed = writer.close();
    for (const promise of [...writes, closed, writer.closed]) {
      await promise_rejects_exactly(t, error, promise);
    }
    assert_calls(calls, [["transform", "a"]]);
  },
  "after a failing transform nothing more is transformed and flush is not called",
  { requirements: ["ts-transform-fails"] },
);

stream_test(
  async () => {
    const trace = tracedTransform();
    trace.algorithms.transform = () => assert_unreached("replaced transform");
    trace.algorithms.flush = () => assert_unreached("replaced flush");
    await through(trace.stream, "a");
    assert_calls(trace.calls, [["transform", "a"], "flush"]);
  },
  "methods are looked up once, at construction",
  { requirements: ["ts-captured"] },
);
