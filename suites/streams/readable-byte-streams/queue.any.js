// META: title=The queue of a readable byte stream
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-enqueue
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-close
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-fill-pull-into-descriptor-from-queue
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };
const bytes = (...values) => new Uint8Array(values);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(bytes(1, 2, 3));
    controller.enqueue(bytes(4, 5));
    const first = stream.getReader(byob);
    assert_view((await first.read(new Uint8Array(2))).value, Uint8Array, 0, [1, 2]);
    first.releaseLock();
    const second = stream.getReader();
    const { value } = await second.read();
    assert_view(value, Uint8Array, 2, [3], "what is left of the first chunk");
    assert_equals(value.buffer.byteLength, 3, "in the chunk's own buffer");
    assert_view((await second.read()).value, Uint8Array, 0, [4, 5], "the second chunk");
  },
  "a default read after a read into a view gets what is left of the chunk",
  { requirements: ["byte-tail-in-queue", "byte-chunk-borders"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    for (let i = 0; i < 6; i += 2) controller.enqueue(bytes(i, i + 1));
    const got = [];
    for (const size of [1, 3, 2]) {
      const reader = stream.getReader(byob);
      got.push(...(await reader.read(new Uint8Array(size))).value);
      reader.releaseLock();
    }
    assert_array_equals(got, [0, 1, 2, 3, 4, 5]);
    assert_equals(controller.desiredSize, 0);
  },
  "reads of any size get the bytes in their order",
  { requirements: ["byte-tail-in-queue", "byob-read-across"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const reads = [2, 1, 3].map((size) => reader.read(new Uint8Array(size)));
    const order = [];
    reads.forEach((read, i) => {
      read.then(() => order.push(i));
    });
    controller.enqueue(bytes(1, 2, 3, 4, 5, 6));
    const values = (await Promise.all(reads)).map(({ value }) => value.join());
    assert_array_equals(values, ["1,2", "3", "4,5,6"]);
    assert_array_equals(order, [0, 1, 2]);
  },
  "pending reads into views are filled in their order",
  { requirements: ["byob-read-order", "byte-enqueue-fills"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader(byob);
    const first = reader.read(new Uint8Array(4), { min: 3 });
    const second = reader.read(new Uint8Array(4));
    controller.enqueue(bytes(1, 2));
    await assert_state(second, "pending", "the second read waits for the first");
    controller.enqueue(bytes(3, 4, 5));
    assert_array_equals((await first).value, [1, 2, 3, 4]);
    assert_array_equals((await second).value, [5]);
  },
  "a read that wants little waits behind one that wants much",
  { requirements: ["byob-read-order", "min-waits"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read()];
    controller.enqueue(bytes(1, 2));
    controller.enqueue(bytes(3));
    const values = (await Promise.all(reads)).map(({ value }) => value.join());
    assert_array_equals(values, ["1,2", "3"]);
    assert_equals(controller.desiredSize, 0, "nothing was queued");
  },
  "waiting default reads get one chunk each",
  { requirements: ["byte-waiting-read", "byte-chunk-borders"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({}, { highWaterMark: 4 });
    controller.enqueue(bytes(1, 2, 3));
    controller.close();
    const reader = stream.getReader(byob);
    await assert_state(reader.closed, "pending", "with three bytes");
    assert_equals(controller.desiredSize, 1, "desiredSize counts what is left");
    await reader.read(new Uint8Array(2));
    await assert_state(reader.closed, "pending", "with one byte");
    const last = await reader.read(new Uint8Array(2));
    assert_false(last.done);
    assert_array_equals(last.value, [3]);
    await assert_state(reader.closed, "fulfilled", "with none");
    assert_equals(controller.desiredSize, 0);
    assert_true((await reader.read(new Uint8Array(2))).done);
  },
  "a close takes effect when the last byte has been read into a view",
  { requirements: ["byte-close-waits"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(bytes(1));
    controller.close();
    const reader = stream.getReader();
    await assert_state(reader.closed, "pending");
    assert_array_equals((await reader.read()).value, [1]);
    await assert_state(reader.closed, "fulfilled");
    assert_done(await reader.read());
  },
  "a close takes effect when the last chunk has been read",
  { requirements: ["byte-close-waits"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read()];
    controller.close();
    for (const result of await Promise.all(reads)) assert_done(result);
    await reader.closed;
  },
  "a close ends waiting default reads at once",
  { requirements: ["byte-close-waits", "read-close"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader();
    const read = reader.read();
    controller.error();
    await promise_rejects_exactly(t, undefined, read, "read()");
    await promise_rejects_exactly(t, undefined, reader.closed, "closed");
  },
  "error() without an argument errors with undefined",
  { requirements: ["byte-error-drops"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedBytes();
    controller.error(error);
    controller.error(makeError("second"));
    await promise_rejects_exactly(t, error, stream.getReader().read());
  },
  "the first error is the one that stays",
  { requirements: ["byte-error-after-end"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    assert_equals(controller.enqueue(bytes(1)), undefined, "enqueue()");
    assert_equals(controller.close(), undefined, "close()");
    assert_equals(controller.error(makeError()), undefined, "error()");
  },
  "enqueue(), close() and error() return undefined",
  { requirements: ["byte-returns-undefined"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const memory = new WebAssembly.Memory({ initial: 1 });
    const view = new Uint8Array(memory.buffer, 0, 1);
    assert_throws_js(TypeError, () => controller.enqueue(view));
    assert_equals(view.byteLength, 1, "the view is left alone");
    controller.enqueue(bytes(2));
    assert_array_equals((await stream.getReader().read()).value, [2], "the stream lives on");
  },
  "enqueue() refuses a view on the memory of WebAssembly, which cannot be transferred",
  { requirements: ["byte-enqueue-untransferable"] },
);

// The closed promise of a BYOB reader.

for (const [name, make, state] of [
  ["readable", () => tracedBytes().stream, "pending"],
  ["closed", () => tracedBytes({ start: (c) => c.close() }).stream, "fulfilled"],
  ["errored", () => tracedBytes({ start: (c) => c.error(makeError()) }).stream, "rejected"],
]) {
  stream_test(
    async () => {
      const { closed } = make().getReader(byob);
      await assert_state(closed, state);
    },
    `closed of a BYOB reader of a ${name} stream is ${state}`,
    { requirements: ["byob-closed"] },
  );

  stream_test(
    async (t) => {
      const reader = make().getReader(byob);
      reader.releaseLock();
      await promise_rejects_js(t, TypeError, reader.closed);
    },
    `releaseLock() of a BYOB reader of a ${name} stream leaves closed rejected with a TypeError`,
    { requirements: ["byob-closed", "byob-release"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const { closed } = stream.getReader(byob);
    controller.close();
    assert_equals(await closed, undefined);
  },
  "closed of a BYOB reader is fulfilled with undefined when the stream closes",
  { requirements: ["byob-closed"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedBytes();
    const { closed } = stream.getReader(byob);
    controller.error(error);
    await promise_rejects_exactly(t, error, closed);
  },
  "closed of a BYOB reader is rejected with the error of the stream",
  { requirements: ["byob-closed"] },
);
