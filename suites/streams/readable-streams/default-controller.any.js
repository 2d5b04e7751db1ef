// META: title=ReadableStreamDefaultController
// META: spec=https://streams.spec.whatwg.org/#rs-default-controller-prototype
// META: spec=https://streams.spec.whatwg.org/#rs-default-controller-abstract-ops
// META: script=../resources/streams.js
"use strict";

test(
  () => {
    assert_equals(tracedReadable().controller.desiredSize, 1);
  },
  "desiredSize starts at the default high water mark of 1",
  { requirements: ["controller-default-hwm"] },
);

test(
  () => {
    const { controller } = tracedReadable({}, { highWaterMark: 2 });
    const sizes = [];
    for (let i = 0; i < 4; i++) {
      sizes.push(controller.desiredSize);
      controller.enqueue(i);
    }
    assert_array_equals(sizes, [2, 1, 0, -1]);
  },
  "desiredSize falls by 1 with each chunk, below zero too",
  { requirements: ["controller-desired-size"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable({}, { highWaterMark: 3, size: (n) => n });
    controller.enqueue(2);
    controller.enqueue(5);
    assert_equals(controller.desiredSize, -4, "after two chunks");
    const reader = stream.getReader();
    await reader.read();
    assert_equals(controller.desiredSize, -2, "after the first read");
    await reader.read();
    assert_equals(controller.desiredSize, 3, "after the second read");
  },
  "desiredSize rises again by the size of each chunk that is read",
  { requirements: ["controller-desired-size-read"] },
);

test(
  () => {
    const { controller } = tracedReadable({}, { highWaterMark: Infinity });
    controller.enqueue("a");
    assert_equals(controller.desiredSize, Infinity);
  },
  "desiredSize stays infinite with an infinite high water mark",
  { requirements: ["controller-desired-size"] },
);

test(
  () => {
    const { controller } = tracedReadable({}, { highWaterMark: 5 });
    controller.close();
    assert_equals(controller.desiredSize, 0);
  },
  "desiredSize is 0 once closed",
  { requirements: ["controller-desired-size-closed"] },
);

test(
  () => {
    const { controller } = tracedReadable({}, { highWaterMark: 5 });
    controller.enqueue("a");
    controller.close();
    assert_equals(controller.desiredSize, 4);
  },
  "desiredSize still counts the queue while a close waits for it",
  { requirements: ["controller-desired-size-closing"] },
);

test(
  () => {
    const { controller } = tracedReadable();
    controller.error(makeError());
    assert_equals(controller.desiredSize, null);
  },
  "desiredSize is null once errored",
  { requirements: ["controller-desired-size-errored"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable({}, { highWaterMark: 5 });
    await stream.cancel();
    assert_equals(controller.desiredSize, 0);
  },
  "desiredSize is 0 once canceled",
  { requirements: ["controller-desired-size-closed"] },
);

test(
  () => {
    const { controller } = tracedReadable();
    assert_equals(controller.enqueue("a"), undefined, "enqueue()");
    assert_equals(controller.close(), undefined, "close()");
    assert_equals(controller.error(makeError()), undefined, "error()");
  },
  "enqueue(), close() and error() return undefined",
  { requirements: ["controller-returns-undefined"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    controller.enqueue();
    assert_read(await stream.getReader().read(), undefined);
  },
  "enqueue() without an argument enqueues undefined",
  { requirements: ["enqueue-undefined"] },
);

stream_test(
  async () => {
    const chunks = [null, NaN, "", Symbol("s"), {}, () => {}, new Uint8Array(0)];
    const { controller, stream } = tracedReadable({}, { highWaterMark: 0 });
    for (const chunk of chunks) controller.enqueue(chunk);
    controller.close();
    assert_array_equals(await readAll(stream), chunks);
  },
  "chunks of any type come out as they went in, in order",
  { requirements: ["enqueue-any-chunk"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const promise = Promise.resolve("inner");
    controller.enqueue(promise);
    assert_read(await stream.getReader().read(), promise);
  },
  "a chunk that is a promise is not unwrapped",
  { requirements: ["enqueue-any-chunk"] },
);

stream_test(
  async () => {
    let sized = 0;
    const size = () => ++sized;
    const { controller, stream } = tracedReadable({}, { size });
    const read = stream.getReader().read();
    controller.enqueue("a");
    assert_equals(sized, 0, "calls of size()");
    assert_equals(controller.desiredSize, 1, "desiredSize");
    assert_read(await read, "a");
  },
  "a chunk for a waiting read passes by the queue and is not measured",
  { requirements: ["enqueue-waiting-read"] },
);

for (const [name, finish] of [
  ["close() on an empty queue", ({ controller }) => controller.close()],
  [
    "close() with chunks queued",
    ({ controller }) => {
      controller.enqueue("a");
      controller.close();
    },
  ],
  ["error()", ({ controller }) => controller.error(makeError())],
  ["cancel()", ({ stream }) => stream.cancel()],
]) {
  test(
    () => {
      const traced = tracedReadable();
      finish(traced);
      assert_throws_js(TypeError, () => traced.controller.enqueue("late"));
    },
    `enqueue() throws a TypeError after ${name}`,
    { requirements: ["enqueue-after-end"] },
  );

  test(
    () => {
      const traced = tracedReadable();
      finish(traced);
      assert_throws_js(TypeError, () => traced.controller.close());
    },
    `close() throws a TypeError after ${name}`,
    { requirements: ["close-after-end"] },
  );

  test(
    () => {
      const traced = tracedReadable();
      finish(traced);
      assert_equals(traced.controller.error(makeError("late")), undefined);
    },
    `error() does not throw after ${name}`,
    { requirements: ["error-after-end"] },
  );
}

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable();
    const error = makeError();
    controller.error(error);
    controller.error(makeError("second"));
    await promise_rejects_exactly(t, error, stream.getReader().read());
  },
  "the first error is the one that stays",
  { requirements: ["error-after-end"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    controller.close();
    controller.error(makeError());
    assert_done(await stream.getReader().read());
  },
  "error() after a completed close changes nothing",
  { requirements: ["error-after-end"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable();
    const error = makeError();
    controller.enqueue("a");
    controller.close();
    controller.error(error);
    await promise_rejects_exactly(t, error, stream.getReader().read());
  },
  "error() while a close waits for the queue discards the queue and errors",
  { requirements: ["error-while-closing", "error-drops-queue"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable();
    controller.error();
    await promise_rejects_exactly(t, undefined, stream.getReader().read());
  },
  "error() without an argument errors with undefined",
  { requirements: ["error-undefined"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    controller.enqueue("a");
    controller.close();
    const reader = stream.getReader();
    await assert_state(reader.closed, "pending");
    await reader.read();
    await assert_state(reader.closed, "fulfilled");
  },
  "a close takes effect when the last chunk has been read",
  { requirements: ["close-waits-for-queue"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const size = () => {
      throw error;
    };
    const { controller, stream } = tracedReadable({}, { size });
    assert_throws_exactly(error, () => controller.enqueue("a"));
    assert_equals(controller.desiredSize, null);
    await promise_rejects_exactly(t, error, stream.getReader().closed);
  },
  "an exception from size() is thrown by enqueue() and errors the stream",
  { requirements: ["enqueue-size-throws"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    controller.enqueue("a", "b");
    controller.close("c");
    assert_array_equals(await readAll(stream), ["a"]);
  },
  "enqueue() and close() take no notice of further arguments",
  { requirements: ["enqueue-any-chunk"] },
);
