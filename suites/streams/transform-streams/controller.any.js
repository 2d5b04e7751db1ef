// META: title=TransformStreamDefaultController
// META: spec=https://streams.spec.whatwg.org/#ts-default-controller-prototype
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-controller-enqueue
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-controller-terminate
// META: script=../resources/streams.js
"use strict";

test(
  () => {
    assert_equals(tracedTransform().controller.desiredSize, 0);
  },
  "desiredSize starts at the readable side's default high water mark of 0",
  { requirements: ["ts-ctor-no-arguments", "ts-desired-size"] },
);

test(
  () => {
    const { controller } = tracedTransform({}, {}, { highWaterMark: 3, size: (n) => n });
    const sizes = [controller.desiredSize];
    controller.enqueue(2);
    sizes.push(controller.desiredSize);
    controller.enqueue(5);
    sizes.push(controller.desiredSize);
    assert_array_equals(sizes, [3, 1, -4]);
  },
  "desiredSize follows the readable side's queue and strategy",
  { requirements: ["ts-readable-strategy"] },
);

test(
  () => {
    const { controller } = tracedTransform({}, { highWaterMark: 7 }, { highWaterMark: 2 });
    assert_equals(controller.desiredSize, 2);
  },
  "desiredSize does not depend on the writable side",
  { requirements: ["ts-readable-strategy"] },
);

test(
  () => {
    const { controller } = tracedTransform({}, {}, { highWaterMark: 2 });
    controller.error(makeError());
    assert_equals(controller.desiredSize, null);
  },
  "desiredSize is null after error()",
  { requirements: ["ts-desired-size"] },
);

test(
  () => {
    const { controller } = tracedTransform({}, {}, { highWaterMark: 2 });
    controller.terminate();
    assert_equals(controller.desiredSize, 0);
  },
  "desiredSize is 0 after terminate()",
  { requirements: ["ts-desired-size"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedTransform({}, {}, { highWaterMark: 2 });
    await stream.readable.cancel();
    assert_equals(controller.desiredSize, 0);
  },
  "desiredSize is 0 after the readable side is canceled",
  { requirements: ["ts-desired-size"] },
);

test(
  () => {
    const { controller } = tracedTransform();
    assert_equals(controller.enqueue("a"), undefined, "enqueue()");
    assert_equals(controller.terminate(), undefined, "terminate()");
    assert_equals(controller.error(makeError()), undefined, "error()");
  },
  "enqueue(), terminate() and error() return undefined",
  { requirements: ["ts-returns-undefined"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedTransform();
    controller.enqueue();
    controller.enqueue("b");
    const reader = stream.readable.getReader();
    assert_read(await reader.read(), undefined);
    assert_read(await reader.read(), "b");
  },
  "enqueue() works outside transform, and without an argument",
  { requirements: ["ts-enqueue-anytime"] },
);

for (const [name, end] of [
  ["terminate()", ({ controller }) => controller.terminate()],
  ["error()", ({ controller }) => controller.error(makeError())],
  ["the readable side is canceled", ({ stream }) => stream.readable.cancel()],
  ["the writable side is closed", ({ stream }) => stream.writable.close()],
  ["the writable side is aborted", ({ stream }) => stream.writable.abort()],
]) {
  stream_test(
    async () => {
      const trace = tracedTransform();
      await end(trace);
      await drain();
      assert_throws_js(TypeError, () => trace.controller.enqueue("late"));
    },
    `enqueue() throws a TypeError after ${name}`,
    { requirements: ["ts-enqueue-after-end"] },
  );
}

stream_test(
  async (t) => {
    const error = makeError();
    const size = () => {
      throw error;
    };
    const { controller, stream } = tracedTransform({}, {}, { size, highWaterMark: 1 });
    assert_throws_exactly(error, () => controller.enqueue("a"));
    await promise_rejects_exactly(t, error, stream.readable.getReader().closed, "readable");
    await promise_rejects_exactly(t, error, stream.writable.getWriter().closed, "writable");
  },
  "an exception from the readable side's size() is thrown and errors both sides",
  { requirements: ["ts-enqueue-size-throws"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, controller, stream } = tracedTransform();
    controller.error(error);
    const writer = stream.writable.getWriter();
    const reader = stream.readable.getReader();
    for (const promise of [writer.closed, writer.ready, writer.write("a"), reader.closed]) {
      await promise_rejects_exactly(t, error, promise);
    }
    assert_calls(calls, []);
  },
  "error() errors both sides",
  { requirements: ["ts-error"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedTransform();
    controller.error();
    await promise_rejects_exactly(t, undefined, stream.readable.getReader().closed);
    await promise_rejects_exactly(t, undefined, stream.writable.getWriter().closed);
  },
  "error() without an argument errors both sides with undefined",
  { requirements: ["ts-error"] },
);

stream_test(
  async (t) => {
    const first = makeError("first");
    const { controller, stream } = tracedTransform();
    controller.error(first);
    controller.error(makeError("second"));
    controller.terminate();
    await promise_rejects_exactly(t, first, stream.readable.getReader().closed);
    await promise_rejects_exactly(t, first, stream.writable.getWriter().closed);
  },
  "the first error is the one that stays, after terminate() too",
  { requirements: ["ts-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedTransform({}, {}, { highWaterMark: 1 });
    controller.enqueue("a");
    controller.error(error);
    await promise_rejects_exactly(t, error, stream.readable.getReader().read());
  },
  "error() drops the chunks that were enqueued",
  { requirements: ["ts-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedTransform({ transform: (_, c) => c.error(error) });
    const writer = stream.writable.getWriter();
    const read = stream.readable.getReader().read();
    const written = writer.write("a");
    await promise_rejects_exactly(t, error, read, "read()");
    assert_equals(await written, undefined, "the write that called error()");
    await promise_rejects_exactly(t, error, writer.write("b"), "the next write");
  },
  "error() in transform spares that write and rejects the next",
  { requirements: ["ts-error-in-transform"] },
);

stream_test(
  async (t) => {
    const { calls, controller, stream } = tracedTransform();
    controller.terminate();
    assert_done(await stream.readable.getReader().read());
    const writer = stream.writable.getWriter();
    await promise_rejects_js(t, TypeError, writer.write("a"), "write()");
    await promise_rejects_js(t, TypeError, writer.closed, "closed");
    assert_calls(calls, []);
  },
  "terminate() closes the readable side and errors the writable side with a TypeError",
  { requirements: ["ts-terminate"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedTransform();
    controller.enqueue("a");
    controller.terminate();
    assert_array_equals(await readAll(stream.readable), ["a"]);
  },
  "chunks enqueued before terminate() can still be read",
  { requirements: ["ts-terminate"] },
);

stream_test(
  async (t) => {
    const transform = (chunk, c) => {
      c.enqueue(chunk);
      c.terminate();
    };
    const { calls, stream } = tracedTransform({ transform });
    const writer = stream.writable.getWriter();
    const writes = [writer.write("a"), writer.write("b")];
    assert_array_equals(await readAll(stream.readable), ["a"]);
    await writes[0];
    await promise_rejects_js(t, TypeError, writes[1]);
    assert_calls(calls, [["transform", "a"]]);
  },
  "terminate() in transform spares that write, and flush is not called",
  { requirements: ["ts-terminate-in-transform"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedTransform();
    controller.terminate();
    assert_equals(controller.terminate(), undefined);
    assert_equals(controller.error(makeError()), undefined);
    await stream.readable.getReader().closed;
  },
  "a second terminate(), or error() after it, does nothing to the closed readable side",
  { requirements: ["ts-terminate-twice"] },
);

stream_test(
  async () => {
    const { stream } = tracedTransform({ flush: (c) => c.terminate() });
    const writer = stream.writable.getWriter();
    assert_equals(await writer.close(), undefined);
    await writer.closed;
    await stream.readable.getReader().closed;
  },
  "terminate() in flush does not keep the writable side from closing",
  { requirements: ["ts-terminate-in-flush"] },
);
