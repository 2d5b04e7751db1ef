// META: title=ReadableByteStreamController
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-prototype
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-abstract-ops
// META: script=../resources/streams.js
// META: script=/common/shared-buffer.js
"use strict";

const byob = { mode: "byob" };

test(
  () => {
    const { controller } = tracedBytes({}, { highWaterMark: 5 });
    const sizes = [controller.desiredSize];
    controller.enqueue(new Uint8Array(3));
    sizes.push(controller.desiredSize);
    controller.enqueue(new Uint16Array(2));
    sizes.push(controller.desiredSize);
    assert_array_equals(sizes, [5, 2, -2]);
  },
  "desiredSize falls by the bytes in the queue",
  { requirements: ["byte-desired-size"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({}, { highWaterMark: 5 });
    controller.enqueue(new Uint8Array(3));
    const reader = stream.getReader(byob);
    await reader.read(new Uint8Array(1));
    assert_equals(controller.desiredSize, 3);
    await reader.read(new Uint8Array(9));
    assert_equals(controller.desiredSize, 5);
  },
  "desiredSize rises by the bytes read",
  { requirements: ["byte-desired-size"] },
);

test(
  () => {
    const { controller } = tracedBytes({}, { highWaterMark: 5 });
    controller.error(makeError());
    assert_equals(controller.desiredSize, null);
  },
  "desiredSize is null once errored",
  { requirements: ["byte-desired-size-errored"] },
);

test(
  () => {
    const { controller } = tracedBytes({}, { highWaterMark: 5 });
    controller.close();
    assert_equals(controller.desiredSize, 0);
  },
  "desiredSize is 0 once closed",
  { requirements: ["byte-desired-size-closed"] },
);

for (const chunk of [undefined, null, 1, "text", {}, [1]]) {
  test(
    () => {
      const { controller } = tracedBytes();
      assert_throws_js(TypeError, () => controller.enqueue(chunk));
      assert_equals(controller.desiredSize, 0);
    },
    `enqueue() refuses ${format_value(chunk)} and the stream lives on`,
    { requirements: ["byte-enqueue-type"] },
  );
}

test(
  () => {
    const { controller } = tracedBytes();
    assert_throws_js(TypeError, () => controller.enqueue(new ArrayBuffer(1)));
  },
  "enqueue() refuses an ArrayBuffer",
  { requirements: ["byte-enqueue-type"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    assert_throws_js(TypeError, () => controller.enqueue(new Uint8Array(0)));
  },
  "enqueue() refuses a view on an empty buffer",
  { requirements: ["byte-enqueue-empty"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    const view = new Uint8Array(new ArrayBuffer(4), 4, 0);
    assert_throws_js(TypeError, () => controller.enqueue(view));
    assert_equals(view.buffer.byteLength, 4, "the buffer is left alone");
  },
  "enqueue() refuses an empty view on a buffer with bytes",
  { requirements: ["byte-enqueue-empty"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    const view = new Uint8Array(sharedBuffer(1));
    assert_throws_js(TypeError, () => controller.enqueue(view));
  },
  "enqueue() refuses a view on shared memory",
  { requirements: ["byte-enqueue-shared"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    const view = new Uint8Array(2);
    const { buffer } = view;
    assert_equals(controller.enqueue(view), undefined);
    assert_equals(view.byteLength, 0, "view");
    assert_equals(buffer.byteLength, 0, "buffer");
  },
  "enqueue() takes the buffer away from its owner",
  { requirements: ["byte-enqueue-transfers", "byte-returns-undefined"] },
);

for (const [name, make] of [
  ["Uint8Array", () => new Uint8Array([1, 2, 3, 4])],
  ["Int32Array", () => new Int32Array(new Uint8Array([1, 2, 3, 4]).buffer)],
  ["DataView", () => new DataView(new Uint8Array([1, 2, 3, 4]).buffer)],
]) {
  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      controller.enqueue(make());
      const { value } = await stream.getReader().read();
      assert_view(value, Uint8Array, 0, [1, 2, 3, 4]);
    },
    `a default reader gets an enqueued ${name} as a Uint8Array`,
    { requirements: ["byte-chunk-type"] },
  );

  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      const read = stream.getReader().read();
      controller.enqueue(make());
      assert_view((await read).value, Uint8Array, 0, [1, 2, 3, 4]);
    },
    `a waiting default reader gets an enqueued ${name} as a Uint8Array`,
    { requirements: ["byte-waiting-read", "byte-chunk-type"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([0, 1, 2, 3]).subarray(1, 3));
    const { value } = await stream.getReader().read();
    assert_view(value, Uint8Array, 1, [1, 2]);
    assert_equals(value.buffer.byteLength, 4);
  },
  "a default reader sees the offset and the whole buffer of the chunk",
  { requirements: ["byte-chunk-type"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([1]));
    controller.enqueue(new Uint8Array([2, 3]));
    controller.close();
    const chunks = await readAll(stream);
    assert_array_equals(
      chunks.map((chunk) => chunk.join()),
      ["1", "2,3"],
    );
  },
  "a default reader gets the chunks as they were enqueued",
  { requirements: ["byte-chunk-borders"] },
);

for (const [name, finish] of [
  ["close() on an empty queue", ({ controller }) => controller.close()],
  [
    "close() with bytes queued",
    ({ controller }) => {
      controller.enqueue(new Uint8Array(1));
      controller.close();
    },
  ],
  ["error()", ({ controller }) => controller.error(makeError())],
  ["cancel()", ({ stream }) => stream.cancel()],
]) {
  test(
    () => {
      const traced = tracedBytes();
      finish(traced);
      const chunk = new Uint8Array(1);
      assert_throws_js(TypeError, () => traced.controller.enqueue(chunk), "enqueue()");
      assert_equals(chunk.byteLength, 1, "the chunk is left alone");
      assert_throws_js(TypeError, () => traced.controller.close(), "close()");
      assert_equals(traced.controller.error(makeError()), undefined, "error()");
    },
    `enqueue() and close() throw after ${name}, error() does not`,
    { requirements: ["byte-after-end", "byte-error-after-end"] },
  );
}

test(
  () => {
    const { controller } = tracedBytes();
    assert_equals(controller.byobRequest, null);
  },
  "byobRequest is null without a pending read",
  { requirements: ["byte-request-null"] },
);

test(
  () => {
    const { controller, stream } = tracedBytes();
    stream.getReader().read();
    assert_equals(controller.byobRequest, null);
  },
  "byobRequest is null for a default reader without automatic allocation",
  { requirements: ["byte-request-null"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    stream.getReader(byob).read(new Uint8Array(3));
    const request = controller.byobRequest;
    assert_true(request instanceof ReadableStreamBYOBRequest);
    assert_equals(controller.byobRequest, request);
  },
  "byobRequest gives the same object until it is answered",
  { requirements: ["byte-request-same"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const read = reader.read(new Uint8Array(4));
    const request = controller.byobRequest;
    controller.enqueue(new Uint8Array([1, 2]));
    assert_equals(request.view, null, "view of the old request");
    assert_equals(controller.byobRequest, null, "byobRequest");
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
  },
  "enqueue() fills a pending byte read and invalidates its request",
  { requirements: ["byte-enqueue-fills", "byte-request-invalidated"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader(byob).read(new Uint8Array(2));
    controller.enqueue(new Uint8Array([1, 2, 3]));
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
    assert_equals(controller.desiredSize, -1);
  },
  "the bytes that a pending read cannot take stay in the queue",
  { requirements: ["byte-enqueue-fills"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const reads = [reader.read(new Uint8Array(2)), reader.read(new Uint8Array(2))];
    controller.enqueue(new Uint8Array([1, 2, 3]));
    const [first, second] = await Promise.all(reads);
    assert_view(first.value, Uint8Array, 0, [1, 2]);
    assert_view(second.value, Uint8Array, 0, [3]);
  },
  "one chunk can fill several pending reads",
  { requirements: ["byte-enqueue-fills"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const read = reader.read(new Uint16Array(1));
    controller.enqueue(new Uint8Array(1));
    assert_throws_js(TypeError, () => controller.close());
    await promise_rejects_js(t, TypeError, read, "read");
    await promise_rejects_js(t, TypeError, reader.closed, "closed");
    assert_equals(controller.desiredSize, null);
  },
  "close() with half an element in the pending read throws and errors the stream",
  { requirements: ["byte-close-partial"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array(1));
    controller.close();
    const reader = stream.getReader(byob);
    await promise_rejects_js(t, TypeError, reader.read(new Uint16Array(1)));
    await promise_rejects_js(t, TypeError, reader.closed);
  },
  "reading the last half element after a requested close errors the stream",
  { requirements: ["byte-drain-partial"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array(1));
    controller.close();
    controller.error(error);
    await promise_rejects_exactly(t, error, stream.getReader().read());
  },
  "error() while a close waits for the queue drops the bytes",
  { requirements: ["byte-error-drops"] },
);
