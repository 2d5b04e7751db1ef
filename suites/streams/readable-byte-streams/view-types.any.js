// META: title=Views of every type in readable byte streams
// META: spec=https://streams.spec.whatwg.org/#byob-reader-read
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-convert-pull-into-descriptor
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond-in-readable-state
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

const TYPES = {
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
  Int16Array: 2,
  Uint16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float32Array: 4,
  Float64Array: 8,
  BigInt64Array: 8,
  BigUint64Array: 8,
  DataView: 1,
};

const bytesTo = (n) => Array.from({ length: n }, (_, i) => i + 1);

function pendingRead(view, options) {
  const trace = tracedBytes();
  trace.reader = trace.stream.getReader(byob);
  trace.read = trace.reader.read(view, options);
  return trace;
}

for (const [name, size] of Object.entries(TYPES)) {
  const type = () => globalThis[name];
  // Two elements, 8 bytes into a buffer that has 8 more behind them.
  const makeView = () => new (type())(new ArrayBuffer(16 + 2 * size), 8, 2);

  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      const view = makeView();
      new Uint8Array(view.buffer, 8).set(bytesTo(2 * size));
      controller.enqueue(view);
      const { value } = await stream.getReader().read();
      assert_view(value, Uint8Array, 8, bytesTo(2 * size));
      assert_equals(value.buffer.byteLength, 16 + 2 * size);
    },
    `${name}: enqueued, a default reader gets its bytes as a Uint8Array in the same place`,
    { requirements: ["byte-chunk-type"] },
  );

  test(
    () => {
      const { controller } = pendingRead(makeView());
      const { view } = controller.byobRequest;
      assert_view(view, Uint8Array, 8, Array(2 * size).fill(0));
      assert_equals(view.buffer.byteLength, 16 + 2 * size);
    },
    `${name}: the request for it is a Uint8Array over its bytes`,
    { requirements: ["request-view"] },
  );

  stream_test(
    async () => {
      const { controller, read } = pendingRead(makeView());
      controller.byobRequest.view.set(bytesTo(size));
      controller.byobRequest.respond(size);
      const { value, done } = await read;
      assert_false(done);
      assert_view(value, type(), 8, bytesTo(size));
      assert_equals(value.buffer.byteLength, 16 + 2 * size);
    },
    `${name}: respond() with one element gives a view of that type with one element`,
    { requirements: ["request-respond", "byob-read-in-place"] },
  );

  stream_test(
    async () => {
      const { controller, read } = pendingRead(makeView());
      for (let i = 0; i < size; i++) {
        await assert_state(read, "pending", `with ${i} bytes`);
        const { view } = controller.byobRequest;
        assert_equals(view.byteOffset, 8 + i, "place of the next byte");
        view[0] = i + 1;
        controller.byobRequest.respond(1);
      }
      assert_view((await read).value, type(), 8, bytesTo(size));
    },
    `${name}: answered byte by byte, it is given when one element is complete`,
    { requirements: ["request-respond-element"] },
  );

  stream_test(
    async () => {
      const { controller, read } = pendingRead(makeView());
      controller.enqueue(new Uint8Array(bytesTo(2 * size + 1)));
      assert_view((await read).value, type(), 8, bytesTo(2 * size));
      assert_equals(controller.desiredSize, -1, "the byte left");
    },
    `${name}: enqueue() fills it and keeps the byte that has no room`,
    { requirements: ["byte-enqueue-fills"] },
  );

  stream_test(
    async () => {
      const { controller, read } = pendingRead(makeView(), { min: 2 });
      controller.enqueue(new Uint8Array(bytesTo(2 * size - 1)));
      await assert_state(read, "pending");
      controller.enqueue(new Uint8Array([2 * size]));
      assert_view((await read).value, type(), 8, bytesTo(2 * size));
    },
    `${name}: min counts its elements`,
    { requirements: ["min-waits"] },
  );

  stream_test(
    async (t) => {
      const { controller, stream } = tracedBytes();
      const view = makeView();
      const read = stream.getReader(byob).read(view, { min: 3 });
      await promise_rejects_js(t, RangeError, read);
      assert_equals(view.byteLength, 2 * size, "the view is left alone");
      assert_equals(controller.byobRequest, null);
    },
    `${name}: a min of more than its length is a RangeError`,
    { requirements: ["min-too-large"] },
  );

  stream_test(
    async () => {
      const { controller, read, reader } = pendingRead(makeView());
      controller.close();
      controller.byobRequest.respond(0);
      const { value, done } = await read;
      assert_true(done);
      assert_view(value, type(), 8, []);
      assert_equals(value.buffer.byteLength, 16 + 2 * size);
      await reader.closed;
    },
    `${name}: a close gives it back without elements`,
    { requirements: ["request-closed-zero"] },
  );

  stream_test(
    async () => {
      const { controller, read } = pendingRead(new Uint8Array(2 * size));
      const view = new (type())(new ArrayBuffer(2 * size), 0, 2);
      new Uint8Array(view.buffer).set(bytesTo(2 * size));
      controller.byobRequest.respondWithNewView(view);
      assert_view((await read).value, Uint8Array, 0, bytesTo(2 * size));
      assert_equals(view.buffer.byteLength, 0, "its buffer is taken away");
    },
    `${name}: respondWithNewView() takes it for the bytes of another type`,
    { requirements: ["new-view"] },
  );
}
