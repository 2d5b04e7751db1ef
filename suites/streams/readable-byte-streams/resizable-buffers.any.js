// META: title=Views on resizable buffers in readable byte streams
// META: spec=https://webidl.spec.whatwg.org/#js-buffer-source-types
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-enqueue
// META: spec=https://streams.spec.whatwg.org/#byob-reader-read
// META: spec=https://streams.spec.whatwg.org/#rs-byob-request-respond-with-new-view
// META: script=../resources/streams.js
"use strict";

// Web IDL, converting to a buffer view type: without [AllowResizable], which streams do not use, "if
// IsFixedLengthArrayBuffer(V.[[ViewedArrayBuffer]]) is false, then throw a TypeError".

const byob = { mode: "byob" };

const resizable = () => {
  const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
  assert_true(buffer.resizable, "the engine has resizable buffers");
  return buffer;
};

for (const [name, make] of [
  ["a Uint8Array", (buffer) => new Uint8Array(buffer, 0, 4)],
  ["a Uint8Array that tracks the length", (buffer) => new Uint8Array(buffer)],
  ["a Uint16Array", (buffer) => new Uint16Array(buffer, 2, 1)],
  ["a DataView", (buffer) => new DataView(buffer, 0, 4)],
]) {
  stream_test(
    async (t) => {
      const { controller, stream } = tracedBytes();
      const view = make(resizable());
      const { byteLength } = view;
      await promise_rejects_js(t, TypeError, stream.getReader(byob).read(view));
      assert_equals(view.byteLength, byteLength, "the buffer stays with its owner");
      assert_equals(controller.byobRequest, null);
    },
    `read() refuses ${name} on a resizable buffer`,
    { requirements: ["resizable-refused"] },
  );

  test(
    () => {
      const { controller } = tracedBytes();
      const view = make(resizable());
      const { byteLength } = view;
      assert_throws_js(TypeError, () => controller.enqueue(view));
      assert_equals(view.byteLength, byteLength, "the buffer stays with its owner");
      assert_equals(controller.desiredSize, 0, "nothing is queued");
    },
    `enqueue() refuses ${name} on a resizable buffer`,
    { requirements: ["resizable-refused"] },
  );

  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      const read = stream.getReader(byob).read(new Uint8Array(4));
      const view = make(resizable());
      assert_throws_js(TypeError, () => controller.byobRequest.respondWithNewView(view));
      controller.byobRequest.respond(1);
      assert_equals((await read).value.byteLength, 1, "the request can still be answered");
    },
    `respondWithNewView() refuses ${name} on a resizable buffer`,
    { requirements: ["resizable-refused"] },
  );
}
