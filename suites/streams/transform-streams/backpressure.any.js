// META: title=Backpressure of a transform stream
// META: spec=https://streams.spec.whatwg.org/#transform-stream-set-backpressure
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-source-pull
// META: spec=https://streams.spec.whatwg.org/#initialize-transform-stream
// META: script=../resources/streams.js
"use strict";

stream_test(
  async () => {
    const { calls, stream } = tracedTransform();
    const writer = stream.writable.getWriter();
    const written = writer.write("a");
    await assert_state(written, "pending");
    assert_calls(calls, []);
  },
  "with the default readable high water mark nothing is transformed until somebody reads",
  { requirements: ["ts-backpressure"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedTransform();
    const written = stream.writable.getWriter().write("a");
    stream.readable.getReader().read();
    await written;
    assert_calls(calls, [["transform", "a"]]);
  },
  "a read lets one chunk through",
  { requirements: ["ts-backpressure"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedTransform({}, {}, { highWaterMark: 1 });
    await stream.writable.getWriter().write("a");
    assert_calls(calls, [["transform", "a"]]);
  },
  "room in the readable side's queue lets a chunk through without a read",
  { requirements: ["ts-readable-room"] },
);

stream_test(
  async () => {
    const transform = (chunk, c) => c.enqueue(chunk);
    const { calls, stream } = tracedTransform({ transform }, {}, { highWaterMark: 2 });
    const writer = stream.writable.getWriter();
    const writes = ["a", "b", "c"].map((chunk) => writer.write(chunk));
    await drain();
    assert_equals(calls.length, 2, "transforms while nobody reads");
    await assert_state(writes[1], "fulfilled", "second write");
    await assert_state(writes[2], "pending", "third write");
    await stream.readable.getReader().read();
    await writes[2];
  },
  "transform stops when the readable side's queue is full and goes on after a read",
  { requirements: ["ts-backpressure-resumes"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedTransform({}, {}, { highWaterMark: 1 });
    const writer = stream.writable.getWriter();
    await Promise.all(["a", "b", "c"].map((chunk) => writer.write(chunk)));
    assert_equals(calls.length, 3);
  },
  "a transform that enqueues nothing causes no backpressure",
  { requirements: ["ts-no-output-no-backpressure"] },
);

stream_test(
  async () => {
    const transform = (chunk, c) => {
      c.enqueue(chunk);
      c.enqueue(chunk);
    };
    const { calls, stream } = tracedTransform({ transform }, {}, { highWaterMark: 1 });
    const writer = stream.writable.getWriter();
    writer.write("a");
    writer.write("b");
    const reader = stream.readable.getReader();
    await drain();
    await reader.read();
    await drain();
    assert_equals(calls.length, 1, "one chunk is still queued");
    await reader.read();
    await drain();
    assert_equals(calls.length, 2, "the queue is empty");
  },
  "transform waits until all it has enqueued too much has been read",
  { requirements: ["ts-backpressure-resumes"] },
);

stream_test(
  async () => {
    const { stream } = tracedTransform({}, { highWaterMark: 2 });
    const writer = stream.writable.getWriter();
    const sizes = [writer.desiredSize];
    for (const chunk of ["a", "b", "c"]) {
      writer.write(chunk);
      sizes.push(writer.desiredSize);
    }
    assert_array_equals(sizes, [2, 1, 0, -1]);
    await assert_state(writer.ready, "pending");
  },
  "the writable strategy bounds the writer as in any writable stream",
  { requirements: ["ts-writable-strategy"] },
);

stream_test(
  async () => {
    const { stream } = tracedTransform({}, { highWaterMark: 8, size: (n) => n });
    const writer = stream.writable.getWriter();
    writer.write(3);
    assert_equals(writer.desiredSize, 5);
  },
  "the writable side's size() measures what is written",
  { requirements: ["ts-writable-strategy"] },
);

stream_test(
  async () => {
    const { stream } = tracedTransform();
    const writer = stream.writable.getWriter();
    const { ready } = writer;
    await assert_state(ready, "fulfilled", "before a write");
    writer.write("a");
    await assert_state(writer.ready, "pending", "after a write");
    stream.readable.getReader().read();
    await assert_state(writer.ready, "fulfilled", "after a read");
  },
  "ready of the writer follows the reads",
  { requirements: ["ts-backpressure-resumes", "ts-writable-strategy"] },
);

stream_test(
  async () => {
    const { stream } = tracedTransform({}, { highWaterMark: 0 });
    const writer = stream.writable.getWriter();
    stream.readable.getReader().read();
    await assert_state(writer.ready, "pending");
  },
  "with writable high water mark 0 ready stays pending even with a read waiting",
  { requirements: ["ts-writable-strategy"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedTransform();
    await stream.writable.close();
    assert_calls(calls, ["flush"]);
  },
  "flush is called despite backpressure",
  { requirements: ["ts-close-no-reader"] },
);

stream_test(
  async (t) => {
    const { stream } = tracedTransform();
    const writer = stream.writable.getWriter();
    const written = writer.write("a");
    const reason = makeError();
    stream.readable.cancel(reason);
    await promise_rejects_exactly(t, reason, written);
  },
  "a write that waits for the reader is rejected when the readable side is canceled",
  { requirements: ["ts-blocked-write-ends"] },
);

stream_test(
  async (t) => {
    const { calls, controller, stream } = tracedTransform();
    const writer = stream.writable.getWriter();
    const written = writer.write("a");
    await drain();
    const error = makeError();
    controller.error(error);
    await promise_rejects_exactly(t, error, written);
    assert_calls(calls, []);
  },
  "a write that waits for the reader is rejected by error()",
  { requirements: ["ts-blocked-write-ends"] },
);

stream_test(
  async (t) => {
    const { calls, controller, stream } = tracedTransform();
    const written = stream.writable.getWriter().write("a");
    await drain();
    controller.terminate();
    await promise_rejects_js(t, TypeError, written);
    assert_calls(calls, []);
  },
  "a write that waits for the reader is rejected by terminate()",
  { requirements: ["ts-blocked-write-ends"] },
);
