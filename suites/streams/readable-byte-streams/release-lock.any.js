// META: title=Releasing a reader of a byte stream with reads pending
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamcontroller-releasesteps
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-enqueue
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

// A byte stream whose only reader was released with a read into `view` pending.
function releasedRead(view) {
  const trace = tracedBytes();
  const reader = trace.stream.getReader(byob);
  reader.read(view).catch(() => {});
  trace.request = trace.controller.byobRequest;
  reader.releaseLock();
  return trace;
}

test(
  () => {
    const { controller, request } = releasedRead(new Uint8Array(4));
    assert_equals(controller.byobRequest, request);
    assert_equals(request.view.byteLength, 4);
  },
  "the request of the pending read survives",
  { requirements: ["byte-release-request"] },
);

stream_test(
  async () => {
    const { controller, request, stream } = releasedRead(new Uint8Array(4));
    request.view.set([1, 2]);
    request.respond(2);
    assert_equals(controller.desiredSize, -2, "the bytes are in the queue");
    const { value } = await stream.getReader(byob).read(new Uint8Array(9));
    assert_view(value, Uint8Array, 0, [1, 2]);
    assert_equals(value.buffer.byteLength, 9, "in the new reader's buffer");
  },
  "respond() after the release puts the bytes in the queue",
  { requirements: ["byte-release-queue"] },
);

stream_test(
  async () => {
    const { request, stream } = releasedRead(new Uint8Array(4));
    const read = stream.getReader(byob).read(new Uint8Array(2));
    request.view.set([1, 2, 3]);
    request.respond(3);
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
  },
  "respond() to the old request fills the pending read of a new BYOB reader",
  { requirements: ["byte-release-respond"] },
);

stream_test(
  async () => {
    const { controller, request, stream } = releasedRead(new Uint8Array(4));
    const read = stream.getReader(byob).read(new Uint8Array(2));
    controller.enqueue(new Uint8Array([5]));
    assert_equals(request.view, null, "the old request is gone");
    const { value } = await read;
    assert_view(value, Uint8Array, 0, [5]);
    assert_equals(value.buffer.byteLength, 2);
  },
  "enqueue() after the release fills the pending read of a new BYOB reader",
  { requirements: ["byte-release-enqueue"] },
);

stream_test(
  async () => {
    const { controller, request, stream } = releasedRead(new Uint8Array(4));
    const read = stream.getReader().read();
    controller.enqueue(new Uint8Array([5]));
    assert_equals(request.view, null, "the old request is gone");
    assert_view((await read).value, Uint8Array, 0, [5]);
  },
  "enqueue() after the release serves the waiting read of a new default reader",
  { requirements: ["byte-release-enqueue"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const first = stream.getReader(byob);
    first.read(new Uint16Array(1)).catch(() => {});
    controller.enqueue(new Uint8Array([1]));
    first.releaseLock();
    const second = stream.getReader();
    const reads = [second.read(), second.read()];
    controller.enqueue(new Uint8Array([2, 3]));
    const [one, two] = await Promise.all(reads);
    assert_view(one.value, Uint8Array, 0, [1]);
    assert_view(two.value, Uint8Array, 0, [2, 3]);
  },
  "bytes already in a released read come before those enqueued later",
  { requirements: ["byte-release-order"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const first = stream.getReader(byob);
    const lost = [first.read(new Uint8Array(1)), first.read(new Uint8Array(5))];
    for (const read of lost) read.catch(() => {});
    first.releaseLock();
    const read = stream.getReader(byob).read(new Uint8Array(3));
    controller.byobRequest.respond(1);
    assert_equals((await read).value.byteLength, 1);
    assert_equals(controller.byobRequest, null);
  },
  "of several released reads only the first stays as a request",
  { requirements: ["byte-release-request"] },
);

stream_test(
  async () => {
    const { controller, request, stream } = releasedRead(new Uint8Array(4));
    controller.close();
    request.respond(0);
    const { value, done } = await stream.getReader(byob).read(new Uint8Array(3));
    assert_true(done);
    assert_equals(value.buffer.byteLength, 3);
  },
  "a request whose reader is gone can be ended after close()",
  { requirements: ["byte-release-close"] },
);

stream_test(
  async () => {
    const { controller, stream } = releasedRead(new Uint8Array(4));
    const read = stream.getReader(byob).read(new Uint8Array(3));
    controller.close();
    controller.byobRequest.respond(0);
    const { value, done } = await read;
    assert_true(done);
    assert_equals(value.buffer.byteLength, 3);
  },
  "respond(0) to the old request after close() ends the read of the new reader too",
  { requirements: ["byte-release-close"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader();
    const read = reader.read();
    reader.releaseLock();
    await promise_rejects_js(t, TypeError, read);
    controller.enqueue(new Uint8Array([1]));
    const { value } = await stream.getReader(byob).read(new Uint8Array(2));
    assert_view(value, Uint8Array, 0, [1]);
  },
  "a BYOB reader can follow a default reader",
  { requirements: ["byte-release-mixed"] },
);
