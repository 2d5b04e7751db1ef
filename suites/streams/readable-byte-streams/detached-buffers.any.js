// META: title=Detached buffers in readable byte streams
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-enqueue
// META: spec=https://streams.spec.whatwg.org/#rs-byob-request-respond
// META: spec=https://streams.spec.whatwg.org/#rs-byob-request-respond-with-new-view
// META: spec=https://streams.spec.whatwg.org/#byob-reader-read
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

function pendingRead(byteLength) {
  const trace = tracedBytes();
  trace.read = trace.stream.getReader(byob).read(new Uint8Array(byteLength));
  return trace;
}

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    const view = new Uint8Array(4);
    detach(view.buffer);
    await promise_rejects_js(t, TypeError, stream.getReader(byob).read(view));
    assert_equals(controller.byobRequest, null);
  },
  "read() with a detached view is rejected with a TypeError",
  { requirements: ["detached-read"] },
);

stream_test(
  async (t) => {
    const { stream } = tracedBytes({ start: (c) => c.close() });
    const view = new Uint8Array(4);
    detach(view.buffer);
    await promise_rejects_js(t, TypeError, stream.getReader(byob).read(view));
  },
  "read() with a detached view is rejected on a closed stream too",
  { requirements: ["detached-read"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([1]));
    const reader = stream.getReader(byob);
    const view = new Uint8Array(4);
    await reader.read(view);
    await promise_rejects_js(t, TypeError, reader.read(view));
  },
  "the view of an earlier read cannot be used again",
  { requirements: ["detached-read"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    const view = new Uint8Array(4);
    detach(view.buffer);
    assert_throws_js(TypeError, () => controller.enqueue(view));
    assert_equals(controller.desiredSize, 0);
  },
  "enqueue() of a detached view throws a TypeError",
  { requirements: ["detached-enqueue"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    const buffer = new ArrayBuffer(4);
    const second = new Uint8Array(buffer, 2, 2);
    controller.enqueue(new Uint8Array(buffer, 0, 2));
    assert_throws_js(TypeError, () => controller.enqueue(second));
  },
  "a buffer cannot be enqueued twice",
  { requirements: ["detached-enqueue"] },
);

stream_test(
  async () => {
    const { controller, read } = pendingRead(4);
    const request = controller.byobRequest;
    detach(request.view.buffer);
    assert_throws_js(TypeError, () => request.respond(1));
    await assert_state(read, "pending");
  },
  "respond() throws a TypeError when the source has detached the buffer",
  { requirements: ["detached-respond"] },
);

stream_test(
  async () => {
    const { controller } = pendingRead(4);
    const request = controller.byobRequest;
    detach(request.view.buffer);
    controller.close();
    assert_throws_js(TypeError, () => request.respond(0));
  },
  "respond(0) after close() throws a TypeError when the buffer is detached",
  { requirements: ["detached-respond"] },
);

test(
  () => {
    const { controller } = pendingRead(4);
    const request = controller.byobRequest;
    const { view } = request;
    detach(view.buffer);
    assert_throws_js(TypeError, () => request.respondWithNewView(view));
  },
  "respondWithNewView() with the detached view throws a TypeError",
  { requirements: ["detached-new-view"] },
);

test(
  () => {
    const { controller } = pendingRead(4);
    const view = new Uint8Array(4);
    detach(view.buffer);
    assert_throws_js(TypeError, () => controller.byobRequest.respondWithNewView(view));
  },
  "respondWithNewView() with another detached view throws a TypeError",
  { requirements: ["detached-new-view"] },
);

stream_test(
  async () => {
    const { controller, read } = pendingRead(4);
    const request = controller.byobRequest;
    request.view.set([1, 2, 3, 4]);
    const moved = structuredClone(request.view, { transfer: [request.view.buffer] });
    request.respondWithNewView(moved.subarray(0, 3));
    assert_view((await read).value, Uint8Array, 0, [1, 2, 3]);
  },
  "respondWithNewView() takes a view on the buffer after a transfer",
  { requirements: ["detached-new-view-moved"] },
);

stream_test(
  async () => {
    const { controller, read } = pendingRead(4);
    controller.close();
    const request = controller.byobRequest;
    const moved = structuredClone(request.view, { transfer: [request.view.buffer] });
    request.respondWithNewView(moved.subarray(0, 0));
    const { value, done } = await read;
    assert_true(done);
    assert_equals(value.buffer.byteLength, 4);
  },
  "after close() respondWithNewView() takes an empty view on the transferred buffer",
  { requirements: ["detached-new-view-moved", "new-view-closed"] },
);

stream_test(
  async () => {
    const { controller, read } = pendingRead(4);
    detach(controller.byobRequest.view.buffer);
    assert_throws_js(TypeError, () => controller.enqueue(new Uint8Array([1])));
    await assert_state(read, "pending");
  },
  "enqueue() throws a TypeError when the pending read's buffer is detached",
  { requirements: ["detached-pending"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, read } = pendingRead(4);
    detach(controller.byobRequest.view.buffer);
    controller.error(error);
    await promise_rejects_exactly(t, error, read);
  },
  "error() works when the pending read's buffer is detached",
  { requirements: ["detached-pending"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize: 4 });
    const read = stream.getReader().read();
    detach(controller.byobRequest.view.buffer);
    assert_throws_js(TypeError, () => controller.byobRequest.respond(1));
    await assert_state(read, "pending");
  },
  "respond() throws a TypeError for a detached automatic buffer too",
  { requirements: ["detached-respond"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const chunk = new Uint8Array([1, 2, 3]);
    controller.enqueue(chunk);
    chunk[0] = 9;
    const { value } = await stream.getReader().read();
    assert_array_equals(value, [1, 2, 3]);
  },
  "writing to a chunk after enqueue() does not reach the stream",
  { requirements: ["detached-isolation"] },
);
