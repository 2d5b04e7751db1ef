// META: title=ReadableStreamBYOBReader
// META: spec=https://streams.spec.whatwg.org/#byob-reader-constructor
// META: spec=https://streams.spec.whatwg.org/#byob-reader-read
// META: spec=https://streams.spec.whatwg.org/#byob-reader-release-lock
// META: script=../resources/streams.js
// META: script=/common/shared-buffer.js
"use strict";

const byob = { mode: "byob" };

for (const value of [undefined, null, {}, "stream"]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new ReadableStreamBYOBReader(value));
    },
    `the constructor refuses ${format_value(value)}`,
    { requirements: ["byob-ctor-type"] },
  );
}

test(
  () => {
    const stream = new ReadableStream();
    assert_throws_js(TypeError, () => new ReadableStreamBYOBReader(stream));
    assert_false(stream.locked);
  },
  "the constructor refuses a stream without a byte controller",
  { requirements: ["byob-ctor-type"] },
);

test(
  () => {
    const { stream } = tracedBytes();
    assert_true(stream.getReader(byob) instanceof ReadableStreamBYOBReader);
    assert_true(stream.locked);
    assert_throws_js(TypeError, () => new ReadableStreamBYOBReader(stream));
  },
  "getReader() gives a BYOB reader, which locks the stream",
  { requirements: ["get-reader-byob", "byob-ctor-locks"] },
);

for (const view of [undefined, null, 1, "view", {}, []]) {
  stream_test(
    async (t) => {
      const { controller, stream } = tracedBytes();
      await promise_rejects_js(t, TypeError, stream.getReader(byob).read(view));
      assert_equals(controller.byobRequest, null);
    },
    `read() refuses ${format_value(view)}`,
    { requirements: ["byob-read-type"] },
  );
}

stream_test(
  async (t) => {
    const { stream } = tracedBytes();
    await promise_rejects_js(t, TypeError, stream.getReader(byob).read());
  },
  "read() needs an argument",
  { requirements: ["byob-read-type", "idl-arguments-count"] },
);

for (const [name, make] of [
  ["an ArrayBuffer", () => new ArrayBuffer(4)],
  ["a view on an empty buffer", () => new Uint8Array(0)],
  ["an empty view on a buffer with bytes", () => new Uint8Array(new ArrayBuffer(4), 0, 0)],
  ["an empty DataView", () => new DataView(new ArrayBuffer(4), 4)],
  ["a view on shared memory", () => new Uint8Array(sharedBuffer(4), 0, 4)],
]) {
  stream_test(
    async (t) => {
      const { controller, stream } = tracedBytes();
      await promise_rejects_js(t, TypeError, stream.getReader(byob).read(make()));
      assert_equals(controller.byobRequest, null);
    },
    `read() refuses ${name}`,
    { requirements: ["byob-read-empty", "byob-read-shared", "byob-read-type"] },
  );
}

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array(4));
    const view = new Uint8Array(new WebAssembly.Memory({ initial: 1 }).buffer, 0, 4);
    await promise_rejects_js(t, TypeError, stream.getReader(byob).read(view));
  },
  "read() refuses a view on the memory of WebAssembly, which cannot be transferred",
  { requirements: ["byob-read-untransferable"] },
);

stream_test(
  async () => {
    const { stream } = tracedBytes();
    const view = new Uint8Array(4);
    const { buffer } = view;
    stream.getReader(byob).read(view);
    assert_equals(view.byteLength, 0, "view");
    assert_equals(buffer.byteLength, 0, "buffer");
  },
  "read() takes the buffer away at once",
  { requirements: ["byob-read-transfers"] },
);

for (const name of [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
]) {
  stream_test(
    async () => {
      const type = globalThis[name];
      const { controller, stream } = tracedBytes();
      const bytes = Array.from({ length: 16 }, (_, i) => i);
      controller.enqueue(new Uint8Array(bytes));
      const buffer = new ArrayBuffer(32);
      const view = new type(buffer, 8, 16 / type.BYTES_PER_ELEMENT);
      const { value, done } = await stream.getReader(byob).read(view);
      assert_false(done);
      assert_view(value, type, 8, bytes);
      assert_equals(value.buffer.byteLength, 32);
    },
    `read() fills a ${name} in place`,
    { requirements: ["byob-read-in-place"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([1, 2, 3]));
    const { value } = await stream.getReader(byob).read(new DataView(new ArrayBuffer(8), 2, 5));
    assert_view(value, DataView, 2, [1, 2, 3]);
  },
  "read() fills a DataView byte by byte",
  { requirements: ["byob-read-in-place"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    for (const bytes of [[1, 2], [3], [4, 5, 6]]) controller.enqueue(new Uint8Array(bytes));
    const reader = stream.getReader(byob);
    assert_view((await reader.read(new Uint8Array(4))).value, Uint8Array, 0, [1, 2, 3, 4]);
    assert_view((await reader.read(new Uint8Array(4))).value, Uint8Array, 0, [5, 6]);
  },
  "read() takes bytes across the borders of chunks",
  { requirements: ["byob-read-across"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([1, 2, 3, 4, 5]));
    const reader = stream.getReader(byob);
    const { value } = await reader.read(new Uint16Array(4));
    assert_view(value, Uint16Array, 0, [1, 2, 3, 4]);
    assert_view((await reader.read(new Uint8Array(4))).value, Uint8Array, 0, [5]);
  },
  "read() takes whole elements and leaves the rest in the queue",
  { requirements: ["byob-read-elements"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const read = reader.read(new Uint16Array(1));
    controller.enqueue(new Uint8Array([1]));
    await assert_state(read, "pending");
    controller.enqueue(new Uint8Array([2]));
    assert_view((await read).value, Uint16Array, 0, [1, 2]);
  },
  "read() waits until one element is complete",
  { requirements: ["byob-read-elements"] },
);

stream_test(
  async () => {
    const { stream } = tracedBytes({ start: (c) => c.close() });
    const { value, done } = await stream
      .getReader(byob)
      .read(new Uint16Array(new ArrayBuffer(8), 2));
    assert_true(done);
    assert_view(value, Uint16Array, 2, []);
    assert_equals(value.buffer.byteLength, 8);
  },
  "read() on a closed stream gives the buffer back in an empty view",
  { requirements: ["byob-read-closed"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedBytes({ start: (c) => c.error(error) });
    const reader = stream.getReader(byob);
    await promise_rejects_exactly(t, error, reader.read(new Uint8Array(1)));
    await promise_rejects_exactly(t, error, reader.closed);
  },
  "read() on an errored stream is rejected with its error",
  { requirements: ["byob-read-errored"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedBytes({ start: (c) => c.error(error) });
    const view = new Uint8Array(1);
    await promise_rejects_exactly(t, error, stream.getReader(byob).read(view));
    assert_equals(view.byteLength, 1);
  },
  "read() on an errored stream leaves the buffer with its owner",
  { requirements: ["byob-read-errored"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    const error = makeError();
    const reader = stream.getReader(byob);
    const reads = [reader.read(new Uint8Array(1)), reader.read(new Uint8Array(1))];
    controller.error(error);
    for (const read of reads) await promise_rejects_exactly(t, error, read);
  },
  "an error rejects all pending reads",
  { requirements: ["byob-read-error"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    await drain();
    assert_calls(calls, []);
    reader.read(new Uint8Array(1));
    assert_calls(calls, ["pull"]);
  },
  "read() calls pull synchronously when the queue is empty",
  { requirements: ["byte-pull-on-read"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedBytes();
    await drain();
    controller.enqueue(new Uint8Array(1));
    await stream.getReader(byob).read(new Uint8Array(1));
    await drain();
    assert_calls(calls, []);
  },
  "read() does not call pull when the queue can answer",
  { requirements: ["byte-pull-not-needed"] },
);

stream_test(
  async (t) => {
    const { stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const read = reader.read(new Uint8Array(1));
    reader.releaseLock();
    assert_false(stream.locked);
    await promise_rejects_js(t, TypeError, read, "pending read");
    await promise_rejects_js(t, TypeError, reader.closed, "closed");
  },
  "releaseLock() rejects pending reads and closed with a TypeError",
  { requirements: ["byob-release"] },
);

stream_test(
  async (t) => {
    const reader = tracedBytes().stream.getReader(byob);
    reader.releaseLock();
    const view = new Uint8Array(1);
    await promise_rejects_js(t, TypeError, reader.read(view), "read()");
    assert_equals(view.byteLength, 1, "the buffer is left alone");
    await promise_rejects_js(t, TypeError, reader.cancel(), "cancel()");
    assert_equals(reader.releaseLock(), undefined, "releaseLock()");
  },
  "a released reader cannot read or cancel",
  { requirements: ["byob-released"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const reads = [reader.read(new Uint8Array(1)), reader.read(new Uint8Array(1))];
    await drain();
    await reader.cancel("why");
    for (const { value, done } of await Promise.all(reads)) {
      assert_true(done);
      assert_equals(value, undefined);
    }
    assert_calls(calls.slice(-1), [["cancel", "why"]]);
    await reader.closed;
  },
  "cancel() ends pending reads with undefined: their buffers are lost",
  { requirements: ["byob-cancel"] },
);

test(
  () => {
    const reader = tracedBytes().stream.getReader(byob);
    assert_equals(reader.closed, reader.closed);
  },
  "closed gives the same promise each time",
  { requirements: ["closed-same", "byob-closed"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedBytes();
    assert_equals(await stream.getReader(byob).cancel(), undefined);
    assert_calls(calls, [["cancel", undefined]]);
  },
  "cancel() without a reason calls cancel with undefined",
  { requirements: ["cancel-reason-undefined"] },
);
