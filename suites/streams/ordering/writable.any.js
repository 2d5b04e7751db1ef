// META: title=The order of microtasks in writable and transform streams
// META: spec=https://streams.spec.whatwg.org/#writable-stream-default-controller-process-write
// META: spec=https://streams.spec.whatwg.org/#writable-stream-finish-in-flight-write
// META: spec=https://streams.spec.whatwg.org/#writable-stream-finish-in-flight-close
// META: script=../resources/streams.js
"use strict";

stream_test(
  async () => {
    const { order, log, mark } = logger();
    mark("before");
    const writer = tracedWritable({ write: log("write") }).stream.getWriter();
    writer.write("a");
    mark("after");
    await drain();
    assert_array_equals(order, ["before", "write", "after"]);
  },
  "the first write follows in the next microtask when start gives no promise",
  { requirements: ["order-start"] },
);

stream_test(
  async () => {
    const { order, log } = logger();
    const { stream } = tracedWritable({ write: (chunk) => void order.push(`sink ${chunk}`) });
    const writer = stream.getWriter();
    await drain();
    writer.write("a").then(log("a written"));
    writer.write("b").then(log("b written"));
    await drain();
    assert_array_equals(order, ["sink a", "sink b", "a written", "b written"]);
  },
  "the next write starts in the reaction that settles the last one",
  { requirements: ["order-write"] },
);

stream_test(
  async () => {
    const { order, log, mark } = logger();
    const writer = tracedWritable().stream.getWriter();
    await drain();
    mark("before");
    writer.write("a").then(log("written"));
    mark("first after");
    mark("second after");
    await drain();
    // One microtask for the promise of the sink, one for the reaction to write().
    assert_array_equals(order, ["before", "first after", "second after", "written"]);
  },
  "a write settles after the reaction to the promise of the sink, not at once",
  { requirements: ["order-write"] },
);

stream_test(
  async () => {
    const { order, log } = logger();
    const writer = tracedWritable().stream.getWriter();
    await drain();
    writer.write("a").then(log("written"));
    writer.ready.then(log("ready"));
    await drain();
    assert_array_equals(order, ["written", "ready"]);
  },
  "ready settles after the write that makes room",
  { requirements: ["order-ready"] },
);

stream_test(
  async () => {
    const { order, log, mark } = logger();
    const { stream } = tracedWritable({ write: () => new UnpatchedPromise(() => {}) });
    const writer = stream.getWriter();
    await drain();
    writer.write("a");
    writer.ready.then(log("ready"));
    await drain();
    mark("before");
    writer.close();
    mark("after");
    await drain();
    assert_array_equals(order, ["before", "ready", "after"]);
  },
  "close() settles ready at once",
  { requirements: ["ready-close"] },
);

stream_test(
  async () => {
    const { order, log, mark } = logger();
    const { stream } = tracedWritable({ write: () => new UnpatchedPromise(() => {}) });
    const writer = stream.getWriter();
    await drain();
    writer.write("a").catch(() => {});
    writer.ready.catch(log("ready"));
    writer.closed.catch(log("closed"));
    await drain();
    mark("before");
    writer.abort().catch(() => {});
    mark("after");
    await drain();
    assert_array_equals(order, ["before", "ready", "after"]);
  },
  "abort() settles ready at once, closed not while a write is under way",
  { requirements: ["ready-error", "abort-closed-promise"] },
);

stream_test(
  async () => {
    const { order, log } = logger();
    const { stream } = tracedWritable({ close: log("sink") });
    const writer = stream.getWriter();
    await drain();
    writer.closed.then(log("closed"));
    writer.close().then(log("close()"));
    await drain();
    assert_array_equals(order, ["sink", "close()", "closed"]);
  },
  "close() settles before closed",
  { requirements: ["write-settle-order"] },
);

stream_test(
  async () => {
    const { order, log } = logger();
    const { stream } = tracedWritable({
      close() {
        throw makeError();
      },
    });
    const writer = stream.getWriter();
    await drain();
    writer.closed.catch(log("closed"));
    writer.close().catch(log("close()"));
    await drain();
    assert_array_equals(order, ["close()", "closed"]);
  },
  "a failing close() settles before closed",
  { requirements: ["write-settle-order"] },
);

stream_test(
  async () => {
    const { order, log } = logger();
    const { stream } = tracedWritable({
      write() {
        throw makeError();
      },
    });
    const writer = stream.getWriter();
    await drain();
    writer.closed.catch(log("closed"));
    writer.write("a").catch(log("first"));
    writer.write("b").catch(log("second"));
    writer.close().catch(log("close()"));
    await drain();
    assert_array_equals(order, ["first", "second", "close()", "closed"]);
  },
  "after a failing write the promises settle in order, closed at last",
  { requirements: ["write-settle-order"] },
);

stream_test(
  async () => {
    const { order, log, mark } = logger();
    const writer = tracedWritable().stream.getWriter();
    await drain();
    writer.ready.then(() => {});
    writer.closed.catch(log("closed"));
    mark("before");
    writer.releaseLock();
    writer.ready.catch(log("ready"));
    mark("after");
    await drain();
    assert_array_equals(order, ["before", "closed", "ready", "after"]);
  },
  "releaseLock() rejects closed and ready at once",
  { requirements: ["writer-release-promises"] },
);

stream_test(
  async () => {
    const { order, log } = logger();
    const { stream } = tracedTransform({ transform: (chunk, c) => c.enqueue(chunk) });
    stream.readable.getReader().read().then(log("read"));
    await drain();
    stream.writable.getWriter().write("a").then(log("written"));
    await drain();
    assert_array_equals(order, ["read", "written"]);
  },
  "what transform enqueues is read before its write settles",
  { requirements: ["ts-transform-one-at-a-time"] },
);

stream_test(
  async () => {
    const { order, log } = logger();
    const { stream } = tracedTransform({ flush: log("flush") });
    const reader = stream.readable.getReader();
    reader.closed.then(log("readable closed"));
    const writer = stream.writable.getWriter();
    writer.closed.then(log("writable closed"));
    writer.close().then(log("close()"));
    await drain();
    assert_array_equals(order, ["flush", "readable closed", "close()", "writable closed"]);
  },
  "a close of a transform stream goes from flush to the readable to the writable side",
  { requirements: ["ts-flush-waits"] },
);
