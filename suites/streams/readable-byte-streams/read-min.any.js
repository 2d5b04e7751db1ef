// META: title=ReadableStreamBYOBReader read() with min
// META: spec=https://streams.spec.whatwg.org/#byob-reader-read
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-fill-pull-into-descriptor-from-queue
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

for (const min of [0, -1, NaN, Infinity, null, "x", 2 ** 53]) {
  stream_test(
    async (t) => {
      const { stream } = tracedBytes();
      const view = new Uint8Array(4);
      await promise_rejects_js(t, TypeError, stream.getReader(byob).read(view, { min }));
      assert_equals(view.byteLength, 4, "the buffer is left alone");
    },
    `min ${format_value(min)} is a TypeError`,
    { requirements: ["min-range"] },
  );
}

for (const [name, make, min] of [
  ["a Uint8Array of 4", () => new Uint8Array(4), 5],
  ["a Uint16Array of 2", () => new Uint16Array(2), 3],
  ["a DataView of 4", () => new DataView(new ArrayBuffer(8), 0, 4), 5],
]) {
  stream_test(
    async (t) => {
      const { stream } = tracedBytes();
      const view = make();
      await promise_rejects_js(t, RangeError, stream.getReader(byob).read(view, { min }));
      assert_not_equals(view.byteLength, 0, "the buffer is left alone");
    },
    `min ${min} for ${name} is a RangeError`,
    { requirements: ["min-too-large"] },
  );
}

stream_test(
  async (t) => {
    const reader = tracedBytes().stream.getReader(byob);
    reader.releaseLock();
    await promise_rejects_js(t, RangeError, reader.read(new Uint8Array(1), { min: 2 }));
  },
  "min is checked before the lock",
  { requirements: ["min-before-lock"] },
);

for (const [name, options] of [
  ["undefined", undefined],
  ["null", null],
  ["without min", {}],
  ["with min undefined", { min: undefined }],
  ["with min 1.9", { min: 1.9 }],
]) {
  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      const read = stream.getReader(byob).read(new Uint8Array(4), options);
      controller.enqueue(new Uint8Array([1]));
      assert_view((await read).value, Uint8Array, 0, [1]);
    },
    `read() with options ${name} needs one element`,
    { requirements: ["min-default"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader(byob).read(new Uint8Array(6), { min: 4 });
    controller.enqueue(new Uint8Array([1, 2]));
    controller.enqueue(new Uint8Array([3]));
    await assert_state(read, "pending", "with three bytes");
    controller.enqueue(new Uint8Array([4, 5]));
    assert_view((await read).value, Uint8Array, 0, [1, 2, 3, 4, 5]);
  },
  "a read waits for min bytes and takes more when there are more",
  { requirements: ["min-waits"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader(byob).read(new Uint8Array(4), { min: 4 });
    controller.enqueue(new Uint8Array([1, 2, 3]));
    controller.enqueue(new Uint8Array([4, 5]));
    assert_view((await read).value, Uint8Array, 0, [1, 2, 3, 4]);
    assert_equals(controller.desiredSize, -1);
  },
  "a read never takes more than its view holds",
  { requirements: ["min-view-limit"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader(byob).read(new Uint16Array(4), { min: 2 });
    controller.enqueue(new Uint8Array([1, 2, 3]));
    await assert_state(read, "pending");
    controller.enqueue(new Uint8Array([4, 5]));
    assert_view((await read).value, Uint16Array, 0, [1, 2, 3, 4]);
    assert_equals(controller.desiredSize, -1, "half an element stays queued");
  },
  "min counts elements, not bytes",
  { requirements: ["min-waits"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader(byob).read(new DataView(new ArrayBuffer(4)), { min: 3 });
    controller.enqueue(new Uint8Array([1, 2]));
    await assert_state(read, "pending");
    controller.enqueue(new Uint8Array([3]));
    assert_view((await read).value, DataView, 0, [1, 2, 3]);
  },
  "min counts bytes for a DataView",
  { requirements: ["min-waits"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([1, 2]));
    const read = stream.getReader(byob).read(new Uint8Array(4), { min: 3 });
    await assert_state(read, "pending");
    assert_equals(controller.desiredSize, 0, "the queue has been taken");
    controller.enqueue(new Uint8Array([3]));
    assert_view((await read).value, Uint8Array, 0, [1, 2, 3]);
  },
  "a read takes what is queued and waits for the rest",
  { requirements: ["min-takes-queue"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader(byob).read(new Uint8Array(5), { min: 3 });
    controller.byobRequest.view.set([1, 2]);
    controller.byobRequest.respond(2);
    await assert_state(read, "pending");
    const { view } = controller.byobRequest;
    assert_equals(view.byteOffset, 2, "the next view starts after the filled bytes");
    assert_equals(view.byteLength, 3, "the next view is what is left");
    view[0] = 3;
    controller.byobRequest.respond(1);
    assert_view((await read).value, Uint8Array, 0, [1, 2, 3]);
  },
  "respond() with less than min leaves the read pending",
  { requirements: ["min-respond"] },
);

stream_test(
  async () => {
    let n = 0;
    const pull = (c) => {
      c.byobRequest.view[0] = ++n;
      c.byobRequest.respond(1);
    };
    const { calls, stream } = tracedBytes({ pull });
    const { value } = await stream.getReader(byob).read(new Uint8Array(8), { min: 3 });
    assert_view(value, Uint8Array, 0, [1, 2, 3]);
    assert_calls(calls, ["pull", "pull", "pull"]);
  },
  "pull is called until min is reached",
  { requirements: ["min-pull"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const read = reader.read(new Uint8Array(4), { min: 3 });
    controller.enqueue(new Uint8Array([1, 2]));
    controller.close();
    await assert_state(read, "pending", "until the source responds");
    controller.byobRequest.respond(0);
    const { value, done } = await read;
    assert_true(done);
    assert_view(value, Uint8Array, 0, [1, 2]);
    await reader.closed;
  },
  "after close() with less than min the read ends with done and the bytes there are",
  { requirements: ["min-close-short"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([1, 2]));
    controller.close();
    const reader = stream.getReader(byob);
    const { value, done } = await reader.read(new Uint8Array(2), { min: 2 });
    assert_false(done);
    assert_view(value, Uint8Array, 0, [1, 2]);
    await reader.closed;
  },
  "the last min bytes after a requested close are an ordinary result",
  { requirements: ["min-close-exact"] },
);
