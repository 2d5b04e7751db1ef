// META: title=Functions count as objects
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
// META: spec=https://streams.spec.whatwg.org/#rs-constructor
// META: spec=https://streams.spec.whatwg.org/#readable-stream-from-iterable
// META: script=../resources/streams.js
"use strict";

// A function with these members.
const callable = (members) => Object.assign(() => {}, members);

stream_test(
  async () => {
    const source = callable({ start: (c) => c.enqueue("a"), pull: (c) => c.close() });
    assert_array_equals(await readAll(new ReadableStream(source)), ["a"]);
  },
  "a function can be an underlying source",
  { requirements: ["rs-ctor-source-object"] },
);

stream_test(
  async () => {
    const written = [];
    const sink = callable({ write: (chunk) => void written.push(chunk) });
    await new WritableStream(sink).getWriter().write("a");
    assert_array_equals(written, ["a"]);
  },
  "a function can be an underlying sink",
  { requirements: ["ws-ctor-sink-object"] },
);

stream_test(
  async () => {
    const transform = (chunk, controller) => controller.enqueue(`${chunk}!`);
    const stream = streamOf("a").pipeThrough(new TransformStream(callable({ transform })));
    assert_array_equals(await readAll(stream), ["a!"]);
  },
  "a function can be a transformer",
  { requirements: ["ts-ctor-transformer-object"] },
);

test(
  () => {
    const strategy = callable({ highWaterMark: 5 });
    assert_equals(tracedReadable({}, strategy).controller.desiredSize, 5);
    assert_equals(new WritableStream({}, strategy).getWriter().desiredSize, 5);
  },
  "a function can be the strategy of a readable and a writable stream",
  { requirements: ["rs-ctor-strategy-dictionary", "ws-ctor-strategy-dictionary"] },
);

test(
  () => {
    const { controller, stream } = tracedTransform(
      {},
      callable({ highWaterMark: 5 }),
      callable({ highWaterMark: 6 }),
    );
    assert_equals(stream.writable.getWriter().desiredSize, 5, "writable side");
    assert_equals(controller.desiredSize, 6, "readable side");
  },
  "functions can be the strategies of a transform stream",
  { requirements: ["ts-ctor-strategy-dictionary"] },
);

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  test(
    () => {
      assert_equals(new globalThis[name](callable({ highWaterMark: 5 })).highWaterMark, 5);
    },
    `a function can be the initializer of a ${name}`,
    { requirements: ["strategy-init"] },
  );
}

test(
  () => {
    const reader = tracedBytes().stream.getReader(callable({ mode: "byob" }));
    assert_true(reader instanceof ReadableStreamBYOBReader);
  },
  "a function can be the options of getReader()",
  { requirements: ["get-reader-options-dictionary"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable();
    await stream.values(callable({ preventCancel: true })).return();
    assert_calls(cancels({ calls }), []);
  },
  "a function can be the options of values()",
  { requirements: ["iter-options"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await streamOf().pipeTo(stream, callable({ preventClose: true }));
    assert_calls(calls, []);
  },
  "a function can be the options of pipeTo()",
  { requirements: ["pipe-options-dictionary"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const readable = new ReadableStream();
    const pair = callable({ readable, writable: stream });
    const piped = streamOf().pipeThrough(pair, callable({ preventClose: true }));
    assert_equals(piped, readable);
    await drain();
    assert_calls(calls, []);
  },
  "functions can be the pair and the options of pipeThrough()",
  { requirements: ["pipe-through-any-pair", "pipe-through-options"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader({ mode: "byob" });
    const read = reader.read(new Uint8Array(4), callable({ min: 2 }));
    controller.enqueue(new Uint8Array([1]));
    await assert_state(read, "pending");
    controller.enqueue(new Uint8Array([2]));
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
  },
  "a function can be the options of read() of a BYOB reader",
  { requirements: ["min-default", "min-waits"] },
);

stream_test(
  async () => {
    const iterable = callable({ [Symbol.iterator]: () => ["a", "b"].values() });
    assert_array_equals(await readAll(ReadableStream.from(iterable)), ["a", "b"]);
  },
  "from() takes a function that is iterable",
  { requirements: ["from-iterables"] },
);

stream_test(
  async () => {
    const results = [{ value: "a" }, { done: true }];
    const next = () => results.shift();
    const iterable = { [Symbol.asyncIterator]: () => callable({ next }) };
    assert_array_equals(await readAll(ReadableStream.from(iterable)), ["a"]);
  },
  "from() takes a function for an iterator",
  { requirements: ["from-iterator-object"] },
);

stream_test(
  async () => {
    const results = [callable({ value: "a" }), callable({ done: true })];
    const next = () => results.shift();
    const iterable = { [Symbol.asyncIterator]: () => ({ next }) };
    assert_array_equals(await readAll(ReadableStream.from(iterable)), ["a"]);
  },
  "from() takes functions for results of an iterator",
  { requirements: ["from-next-object"] },
);
