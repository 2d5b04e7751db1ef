// META: title=Backpressure of a writable stream: desiredSize and ready
// META: spec=https://streams.spec.whatwg.org/#default-writer-desired-size
// META: spec=https://streams.spec.whatwg.org/#default-writer-ready
// META: spec=https://streams.spec.whatwg.org/#writable-stream-update-backpressure
// META: script=../resources/streams.js
"use strict";

const never = () => new Promise(() => {});

stream_test(
  async () => {
    const { stream } = tracedWritable({ write: never }, { highWaterMark: 3 });
    const writer = stream.getWriter();
    const sizes = [writer.desiredSize];
    for (let i = 0; i < 4; i++) {
      writer.write(i);
      sizes.push(writer.desiredSize);
    }
    assert_array_equals(sizes, [3, 2, 1, 0, -1]);
  },
  "desiredSize falls by 1 with each write, below zero too",
  { requirements: ["writer-desired-size"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({ write: never }, { highWaterMark: 10, size: (n) => n });
    const writer = stream.getWriter();
    const sizes = [];
    for (const size of [3, 0, 2.5, 20]) {
      writer.write(size);
      sizes.push(writer.desiredSize);
    }
    assert_array_equals(sizes, [7, 7, 4.5, -15.5]);
  },
  "desiredSize falls by the size of each chunk",
  { requirements: ["writer-desired-size"] },
);

stream_test(
  async () => {
    const writing = deferred();
    const { stream } = tracedWritable({ write: () => writing.promise }, { highWaterMark: 3 });
    const writer = stream.getWriter();
    const written = writer.write("a");
    await drain();
    assert_equals(writer.desiredSize, 2, "while the chunk is with the sink");
    writing.resolve();
    await written;
    assert_equals(writer.desiredSize, 3, "when the sink has finished");
  },
  "a chunk counts until the sink has finished with it",
  { requirements: ["writer-desired-size-until-done"] },
);

test(
  () => {
    const { stream } = tracedWritable({ write: never }, { highWaterMark: Infinity });
    const writer = stream.getWriter();
    writer.write("a");
    assert_equals(writer.desiredSize, Infinity);
  },
  "desiredSize stays infinite with an infinite high water mark",
  { requirements: ["writer-desired-size"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({}, { highWaterMark: 5 });
    const writer = stream.getWriter();
    const closed = writer.close();
    assert_equals(writer.desiredSize, 5, "while closing");
    await closed;
    assert_equals(writer.desiredSize, 0, "once closed");
  },
  "desiredSize becomes 0 when the close has finished, and a close has no size",
  { requirements: ["writer-desired-size-closed"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedWritable({ write: never });
    const writer = stream.getWriter();
    writer.write("a").catch(() => {});
    await drain();
    controller.error(makeError());
    assert_equals(writer.desiredSize, null);
  },
  "desiredSize is null as soon as the stream is going to be errored",
  { requirements: ["writer-desired-size-errored"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({ abort: never });
    const writer = stream.getWriter();
    writer.abort();
    assert_equals(writer.desiredSize, null);
  },
  "desiredSize is null as soon as abort() is called",
  { requirements: ["writer-desired-size-errored"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({ write: never }, { highWaterMark: 2 });
    const writer = stream.getWriter();
    const { ready } = writer;
    writer.write("a");
    assert_equals(writer.ready, ready, "with room left");
    await assert_state(writer.ready, "fulfilled", "with room left");
    writer.write("b");
    assert_not_equals(writer.ready, ready, "when full");
    await assert_state(writer.ready, "pending", "when full");
  },
  "ready is replaced by a pending promise when desiredSize reaches 0",
  { requirements: ["ready-pending"] },
);

stream_test(
  async () => {
    const writing = deferred();
    const { stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    writer.write("a");
    const { ready } = writer;
    await assert_state(ready, "pending");
    writing.resolve();
    assert_equals(await ready, undefined);
    assert_equals(writer.ready, ready);
  },
  "ready is fulfilled with undefined when there is room again",
  { requirements: ["ready-fulfilled"] },
);

stream_test(
  async () => {
    const writing = [deferred(), deferred()];
    const { stream } = tracedWritable({ write: (chunk) => writing[chunk].promise });
    const writer = stream.getWriter();
    const first = writer.write(0);
    writer.write(1);
    const { ready } = writer;
    writing[0].resolve();
    await first;
    await assert_state(ready, "pending", "with one chunk left");
    writing[1].resolve();
    await ready;
  },
  "ready waits until desiredSize is above 0",
  { requirements: ["ready-fulfilled"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable();
    const writer = stream.getWriter();
    writer.write("a");
    const order = [];
    const { ready } = writer;
    ready.then(() => order.push(writer.desiredSize));
    await ready;
    assert_array_equals(order, [1]);
  },
  "desiredSize is up to date when ready is fulfilled",
  { requirements: ["ready-fulfilled"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({}, { highWaterMark: 0 });
    const writer = stream.getWriter();
    await writer.write("a");
    assert_equals(writer.desiredSize, 0);
    await assert_state(writer.ready, "pending");
  },
  "ready stays pending for ever with high water mark 0",
  { requirements: ["ready-hwm-zero"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({ write: never }, { highWaterMark: 0 });
    const writer = stream.getWriter();
    const { ready } = writer;
    writer.close();
    assert_equals(await ready, undefined);
  },
  "close() fulfills a pending ready",
  { requirements: ["ready-close"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedWritable({}, { highWaterMark: 0 });
    const writer = stream.getWriter();
    const { ready } = writer;
    controller.error(error);
    assert_equals(writer.ready, ready, "a pending promise is kept");
    await promise_rejects_exactly(t, error, ready);
  },
  "an error rejects a pending ready",
  { requirements: ["ready-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedWritable();
    const writer = stream.getWriter();
    const { ready } = writer;
    controller.error(error);
    assert_not_equals(writer.ready, ready, "a fulfilled promise is replaced");
    await ready;
    await promise_rejects_exactly(t, error, writer.ready);
  },
  "an error replaces a fulfilled ready with a rejected one",
  { requirements: ["ready-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedWritable({ write: never });
    const writer = stream.getWriter();
    writer.write("a").catch(() => {});
    await drain();
    writer.abort(error);
    await promise_rejects_exactly(t, error, writer.ready);
    await assert_state(writer.closed, "pending");
  },
  "abort() rejects ready at once, closed only when the sink is done",
  { requirements: ["ready-error", "abort-closed-promise"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable();
    const writer = stream.getWriter();
    await writer.close();
    await assert_state(writer.ready, "fulfilled");
  },
  "ready is fulfilled on a closed stream",
  { requirements: ["ready-close"] },
);
