// META: title=Objects of streams are what they are without their prototypes
// META: spec=https://webidl.spec.whatwg.org/#implements
// META: spec=https://webidl.spec.whatwg.org/#js-interface
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

const stripped = (object) => Object.setPrototypeOf(object, null);

test(
  () => {
    const stream = stripped(new ReadableStream());
    const { getReader } = ReadableStream.prototype;
    const { get } = Object.getOwnPropertyDescriptor(ReadableStream.prototype, "locked");
    assert_false(get.call(stream), "before");
    getReader.call(stream);
    assert_true(get.call(stream), "after");
  },
  "a ReadableStream without a prototype can be locked",
  { requirements: ["idl-operation-brand", "rs-locked"] },
);

test(
  () => {
    const stream = stripped(new WritableStream());
    const { getWriter } = WritableStream.prototype;
    const { get } = Object.getOwnPropertyDescriptor(WritableStream.prototype, "locked");
    assert_false(get.call(stream), "before");
    getWriter.call(stream);
    assert_true(get.call(stream), "after");
  },
  "a WritableStream without a prototype can be locked",
  { requirements: ["idl-operation-brand", "ws-locked"] },
);

test(
  () => {
    new ReadableStreamDefaultReader(stripped(new ReadableStream()));
    new ReadableStreamBYOBReader(stripped(tracedBytes().stream));
    new WritableStreamDefaultWriter(stripped(new WritableStream()));
  },
  "the constructors of readers and writers take streams without a prototype",
  { requirements: ["reader-ctor-type", "byob-ctor-type", "writer-ctor-type"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await streamOf("a").pipeTo(stripped(stream));
    assert_calls(calls, [["write", "a"], "close"]);
  },
  "pipeTo() takes a destination without a prototype",
  { requirements: ["pipe-destination-type"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const pair = { readable: stripped(new ReadableStream()), writable: stripped(stream) };
    assert_equals(streamOf("a").pipeThrough(pair), pair.readable);
    await drain();
    assert_calls(calls, [["write", "a"], "close"]);
  },
  "pipeThrough() takes a pair of streams without a prototype",
  { requirements: ["pipe-through-pair"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const signal = stripped(AbortSignal.abort(reason));
    const piped = new ReadableStream().pipeTo(new WritableStream(), { signal });
    await promise_rejects_exactly(t, reason, piped);
  },
  "pipeTo() takes a signal without a prototype",
  { requirements: ["pipe-signal-type"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader(byob).read(stripped(new Uint8Array(2)));
    controller.enqueue(stripped(new Uint8Array([1, 2])));
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
  },
  "read() and enqueue() take views without a prototype",
  { requirements: ["byob-read-type", "byte-enqueue-type"] },
);
