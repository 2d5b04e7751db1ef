// META: title=ReadableStreamBYOBRequest
// META: spec=https://streams.spec.whatwg.org/#rs-byob-request-prototype
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond-with-new-view
// META: script=../resources/streams.js
// META: script=/common/shared-buffer.js
"use strict";

// A byte stream with one pending read into `view`.
function pendingRead(view) {
  const trace = tracedBytes();
  trace.reader = trace.stream.getReader({ mode: "byob" });
  trace.read = trace.reader.read(view);
  trace.request = trace.controller.byobRequest;
  return trace;
}

test(
  () => {
    const { request } = pendingRead(new Uint16Array(new ArrayBuffer(16), 4, 3));
    assert_view(request.view, Uint8Array, 4, [0, 0, 0, 0, 0, 0]);
    assert_equals(request.view.buffer.byteLength, 16);
    assert_equals(request.view, request.view, "the same view each time");
  },
  "view is a Uint8Array over the bytes of the reader's view",
  { requirements: ["request-view"] },
);

stream_test(
  async () => {
    const { read, request } = pendingRead(new Uint8Array(4));
    request.view.set([1, 2]);
    assert_equals(request.respond(2), undefined);
    const { value, done } = await read;
    assert_false(done);
    assert_view(value, Uint8Array, 0, [1, 2]);
    assert_equals(value.buffer.byteLength, 4);
  },
  "respond() hands the written bytes to the reader",
  { requirements: ["request-respond"] },
);

test(
  () => {
    const { controller, request } = pendingRead(new Uint8Array(4));
    const { view } = request;
    request.respond(1);
    assert_equals(request.view, null, "request.view");
    assert_equals(view.byteLength, 0, "the old view");
    assert_equals(controller.byobRequest, null, "controller.byobRequest");
  },
  "respond() ends the request and takes its view away",
  { requirements: ["request-ended"] },
);

test(
  () => {
    const { request } = pendingRead(new Uint8Array(4));
    request.respond(1);
    assert_throws_js(TypeError, () => request.respond(1), "respond()");
    assert_throws_js(
      TypeError,
      () => request.respondWithNewView(new Uint8Array(4)),
      "respondWithNewView()",
    );
  },
  "a request can be answered once only",
  { requirements: ["request-ended"] },
);

for (const written of [undefined, NaN, -1, Infinity, 2 ** 53, "x", {}]) {
  stream_test(
    async () => {
      const { read, request } = pendingRead(new Uint8Array(4));
      assert_throws_js(TypeError, () => request.respond(written));
      request.respond(1);
      assert_equals((await read).value.byteLength, 1, "the request can still be answered");
    },
    `respond() refuses ${format_value(written)}`,
    { requirements: ["request-respond-range"] },
  );
}

for (const [written, bytes] of [
  [2.9, 2],
  ["3", 3],
  [true, 1],
]) {
  stream_test(
    async () => {
      const { read, request } = pendingRead(new Uint8Array(4));
      request.respond(written);
      assert_equals((await read).value.byteLength, bytes);
    },
    `respond() takes ${format_value(written)} as ${bytes}`,
    { requirements: ["request-respond-range"] },
  );
}

stream_test(
  async () => {
    const { read, request } = pendingRead(new Uint8Array(4));
    assert_throws_js(TypeError, () => request.respond(0));
    await assert_state(read, "pending");
  },
  "respond(0) on a readable stream throws a TypeError",
  { requirements: ["request-respond-zero"] },
);

stream_test(
  async () => {
    const { read, request } = pendingRead(new Uint8Array(4));
    assert_throws_js(RangeError, () => request.respond(5));
    request.respond(4);
    assert_equals((await read).value.byteLength, 4);
  },
  "respond() with more than the view holds throws a RangeError",
  { requirements: ["request-respond-too-much"] },
);

stream_test(
  async () => {
    const { controller, read, request } = pendingRead(new Uint16Array(3));
    request.view.set([1, 2, 3]);
    request.respond(3);
    assert_view((await read).value, Uint16Array, 0, [1, 2]);
    assert_equals(controller.desiredSize, -1, "the third byte is queued");
  },
  "respond() with a broken element delivers the whole ones and queues the rest",
  { requirements: ["request-respond-element"] },
);

stream_test(
  async () => {
    const { controller, read, request } = pendingRead(new Uint16Array(2));
    request.view.set([1]);
    request.respond(1);
    await assert_state(read, "pending");
    const { view } = controller.byobRequest;
    assert_equals(view.byteOffset, 1);
    assert_equals(view.byteLength, 3);
    view.set([2]);
    controller.byobRequest.respond(1);
    assert_view((await read).value, Uint16Array, 0, [1, 2]);
  },
  "respond() with half an element waits for the other half",
  { requirements: ["request-respond-element"] },
);

for (const [name, end] of [
  ["error()", ({ controller }) => controller.error(makeError())],
  ["cancel()", ({ reader }) => reader.cancel()],
]) {
  stream_test(
    async () => {
      const trace = pendingRead(new Uint8Array(4));
      trace.read.catch(() => {});
      end(trace);
      assert_equals(trace.controller.byobRequest, null, "byobRequest");
      assert_equals(trace.request.view, null, "view");
      assert_throws_js(TypeError, () => trace.request.respond(1), "respond()");
    },
    `${name} invalidates the request`,
    { requirements: ["byte-request-invalidated"] },
  );
}

stream_test(
  async () => {
    const { controller, read, reader, request } = pendingRead(
      new Uint16Array(new ArrayBuffer(8), 2),
    );
    controller.close();
    await reader.closed;
    await assert_state(read, "pending", "before the answer");
    assert_equals(controller.byobRequest, request, "the request stays");
    request.respond(0);
    const { value, done } = await read;
    assert_true(done);
    assert_view(value, Uint16Array, 2, []);
    assert_equals(value.buffer.byteLength, 8);
  },
  "after close() respond(0) gives the buffer back with done",
  { requirements: ["request-closed-zero"] },
);

stream_test(
  async () => {
    const { controller, read, request } = pendingRead(new Uint8Array(4));
    controller.close();
    assert_throws_js(TypeError, () => request.respond(), "respond()");
    assert_throws_js(TypeError, () => request.respondWithNewView(), "respondWithNewView()");
    await assert_state(read, "pending");
  },
  "after close() an answer without an argument throws a TypeError",
  { requirements: ["idl-arguments-count"] },
);

stream_test(
  async () => {
    const { controller, read, request } = pendingRead(new Uint8Array(4));
    controller.close();
    assert_throws_js(TypeError, () => request.respond(1));
    await assert_state(read, "pending");
  },
  "after close() respond() with bytes throws a TypeError",
  { requirements: ["request-closed-bytes"] },
);

stream_test(
  async () => {
    const { controller, read, reader, request } = pendingRead(new Uint8Array(4));
    const second = reader.read(new Uint16Array(2));
    controller.close();
    request.respond(0);
    const results = await Promise.all([read, second]);
    assert_true(results.every(({ done }) => done));
    assert_view(results[0].value, Uint8Array, 0, []);
    assert_view(results[1].value, Uint16Array, 0, []);
  },
  "after close() one respond(0) ends all pending reads",
  { requirements: ["request-closed-zero"] },
);

stream_test(
  async () => {
    const { controller, read, reader } = pendingRead(new Uint8Array(2));
    const second = reader.read(new Uint8Array(3));
    controller.byobRequest.respond(1);
    assert_equals(controller.byobRequest.view.byteLength, 3);
    controller.byobRequest.respond(2);
    assert_equals((await read).value.byteLength, 1);
    assert_equals((await second).value.byteLength, 2);
  },
  "the next request is for the next pending read",
  { requirements: ["request-next"] },
);

stream_test(
  async () => {
    const { read, request } = pendingRead(new Uint8Array(4));
    const { view } = request;
    view.set([1, 2, 3]);
    assert_equals(request.respondWithNewView(view.subarray(0, 2)), undefined);
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
    assert_equals(request.view, null);
  },
  "respondWithNewView() takes a shorter view on the same buffer",
  { requirements: ["new-view"] },
);

stream_test(
  async () => {
    const { read, request } = pendingRead(new Uint16Array(2));
    const fresh = new Uint8Array([1, 2, 3, 4]);
    request.respondWithNewView(fresh);
    assert_view((await read).value, Uint16Array, 0, [1, 2, 3, 4]);
    assert_equals(fresh.byteLength, 0, "the new buffer is taken away");
  },
  "respondWithNewView() takes another buffer of the same size",
  { requirements: ["new-view"] },
);

stream_test(
  async () => {
    const { read, request } = pendingRead(new Uint8Array(4));
    const { buffer } = request.view;
    request.respondWithNewView(new DataView(buffer, 0, 3));
    assert_equals((await read).value.byteLength, 3);
  },
  "respondWithNewView() takes any kind of view",
  { requirements: ["new-view"] },
);

for (const view of [undefined, null, 1, {}, [1]]) {
  test(
    () => {
      const { request } = pendingRead(new Uint8Array(4));
      assert_throws_js(TypeError, () => request.respondWithNewView(view));
    },
    `respondWithNewView() refuses ${format_value(view)}`,
    { requirements: ["new-view-type"] },
  );
}

for (const [name, error, make] of [
  ["an empty view", TypeError, ({ buffer }) => new Uint8Array(buffer, 0, 0)],
  ["another offset", RangeError, ({ buffer }) => new Uint8Array(buffer, 1, 1)],
  ["a smaller buffer", RangeError, () => new Uint8Array(3)],
  ["a larger buffer", RangeError, () => new Uint8Array(new ArrayBuffer(5), 0, 4)],
  ["shared memory", TypeError, () => new Uint8Array(sharedBuffer(4), 0, 4)],
]) {
  stream_test(
    async () => {
      const { read, request } = pendingRead(new Uint8Array(4));
      assert_throws_js(error, () => request.respondWithNewView(make(request.view)));
      await assert_state(read, "pending");
    },
    `respondWithNewView() with ${name} throws a ${error.name}`,
    {
      requirements: ["new-view-empty", "new-view-offset", "new-view-buffer-size", "new-view-type"],
    },
  );
}

test(
  () => {
    const { request } = pendingRead(new Uint8Array(new ArrayBuffer(8), 0, 4));
    const { buffer } = request.view;
    assert_throws_js(RangeError, () => request.respondWithNewView(new Uint8Array(buffer, 0, 5)));
  },
  "respondWithNewView() with more bytes than were asked for throws a RangeError",
  { requirements: ["new-view-too-long"] },
);

test(
  () => {
    const { controller, request } = pendingRead(new Uint8Array(4));
    controller.close();
    const { view } = request;
    assert_throws_js(TypeError, () => request.respondWithNewView(view));
  },
  "after close() respondWithNewView() with bytes throws a TypeError",
  { requirements: ["new-view-closed"] },
);

stream_test(
  async () => {
    const { controller, read, request } = pendingRead(new Uint8Array(4));
    controller.close();
    request.respondWithNewView(request.view.subarray(0, 0));
    const { value, done } = await read;
    assert_true(done);
    assert_view(value, Uint8Array, 0, []);
    assert_equals(value.buffer.byteLength, 4);
  },
  "after close() respondWithNewView() with an empty view gives the buffer back with done",
  { requirements: ["new-view-closed"] },
);
