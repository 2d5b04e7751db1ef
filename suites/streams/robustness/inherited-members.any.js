// META: title=Members of dictionaries may be inherited
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
// META: spec=https://streams.spec.whatwg.org/#dictdef-streampipeoptions
// META: spec=https://streams.spec.whatwg.org/#dictdef-queuingstrategy
// META: script=../resources/streams.js
"use strict";

// An object that has these members from its prototype's prototype.
const heir = (members) => Object.create(Object.create(members));

test(
  () => {
    const strategy = heir({ highWaterMark: 5, size: () => 2 });
    const { controller } = tracedReadable({}, strategy);
    controller.enqueue("a");
    assert_equals(controller.desiredSize, 3, "readable stream");
    const writer = new WritableStream({}, strategy).getWriter();
    writer.write("a");
    assert_equals(writer.desiredSize, 3, "writable stream");
  },
  "strategies of readable and writable streams",
  { requirements: ["rs-ctor-strategy-dictionary", "ws-ctor-strategy-dictionary"] },
);

test(
  () => {
    const strategies = [heir({ highWaterMark: 5 }), heir({ highWaterMark: 6, size: () => 2 })];
    const { controller, stream } = tracedTransform({}, ...strategies);
    assert_equals(stream.writable.getWriter().desiredSize, 5, "writable side");
    controller.enqueue("a");
    assert_equals(controller.desiredSize, 4, "readable side");
  },
  "strategies of a transform stream",
  { requirements: ["ts-ctor-strategy-dictionary"] },
);

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  test(
    () => {
      assert_equals(new globalThis[name](heir({ highWaterMark: 5 })).highWaterMark, 5);
    },
    `the initializer of a ${name}`,
    { requirements: ["strategy-init"] },
  );
}

stream_test(
  async () => {
    const calls = [];
    const source = heir({
      type: "bytes",
      autoAllocateChunkSize: 5,
      pull({ byobRequest }) {
        calls.push(["pull", this === source, byobRequest.view.byteLength]);
        byobRequest.respond(1);
      },
    });
    await new ReadableStream(source).getReader().read();
    assert_array_equals(calls[0], ["pull", true, 5]);
  },
  "a byte source",
  { requirements: ["rs-source-inherited"] },
);

stream_test(
  async () => {
    const calls = [];
    const note = (name) =>
      function () {
        calls.push([name, this === sink]);
      };
    const sink = heir({ start: note("start"), write: note("write"), close: note("close") });
    const writer = new WritableStream(sink).getWriter();
    await writer.write("a");
    await writer.close();
    assert_calls(calls, [
      ["start", true],
      ["write", true],
      ["close", true],
    ]);
  },
  "a sink",
  { requirements: ["ws-sink-captured"] },
);

test(
  () => {
    const reader = tracedBytes().stream.getReader(heir({ mode: "byob" }));
    assert_true(reader instanceof ReadableStreamBYOBReader);
  },
  "the options of getReader()",
  { requirements: ["get-reader-options-dictionary"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable();
    await stream.values(heir({ preventCancel: true })).return();
    assert_calls(cancels({ calls }), []);
  },
  "the options of values()",
  { requirements: ["iter-options"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await streamOf().pipeTo(stream, heir({ preventClose: true }));
    assert_calls(calls, []);
  },
  "the options of pipeTo()",
  { requirements: ["pipe-options-dictionary"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const readable = new ReadableStream();
    const pair = heir({ readable, writable: stream });
    assert_equals(streamOf().pipeThrough(pair, heir({ preventClose: true })), readable);
    await drain();
    assert_calls(calls, []);
  },
  "the pair and the options of pipeThrough()",
  { requirements: ["pipe-through-any-pair", "pipe-through-options"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader({ mode: "byob" }).read(new Uint8Array(4), heir({ min: 2 }));
    controller.enqueue(new Uint8Array([1]));
    await assert_state(read, "pending");
    controller.enqueue(new Uint8Array([2]));
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
  },
  "the options of read() of a BYOB reader",
  { requirements: ["min-default", "min-waits"] },
);
