// META: title=Writing to a writable stream
// META: spec=https://streams.spec.whatwg.org/#default-writer-write
// META: spec=https://streams.spec.whatwg.org/#writable-stream-default-controller-process-write
// META: script=../resources/streams.js
"use strict";

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    const chunks = ["a", undefined, null, { some: "object" }, Symbol("s")];
    for (const chunk of chunks) writer.write(chunk);
    await writer.close();
    assert_calls(calls, [...chunks.map((chunk) => ["write", chunk]), "close"]);
  },
  "the sink gets every chunk in order, whatever it is",
  { requirements: ["write-order"] },
);

stream_test(
  async () => {
    const seen = [];
    const sink = {
      start(c) {
        this.controller = c;
      },
      write(...args) {
        seen.push(this, args.length, args[0], args[1]);
        return "ignored";
      },
    };
    assert_equals(await new WritableStream(sink).getWriter().write("a"), undefined);
    assert_array_equals(seen, [sink, 2, "a", sink.controller]);
  },
  "write is called on the sink with chunk and controller; its result is not passed on",
  { requirements: ["write-arguments", "write-result"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await stream.getWriter().write();
    assert_calls(calls, [["write", undefined]]);
  },
  "write() without an argument writes undefined",
  { requirements: ["write-undefined"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    await drain();
    writer.write("a");
    assert_calls(calls, [["write", "a"]]);
  },
  "an idle sink gets a chunk synchronously",
  { requirements: ["write-sync"] },
);

stream_test(
  async () => {
    const writing = [deferred(), deferred()];
    const { calls, stream } = tracedWritable({ write: (chunk) => writing[chunk].promise });
    const writer = stream.getWriter();
    const first = writer.write(0);
    const second = writer.write(1);
    await drain();
    assert_calls(calls, [["write", 0]], "while the first write is under way");
    writing[0].resolve();
    await first;
    await drain();
    assert_calls(
      calls,
      [
        ["write", 0],
        ["write", 1],
      ],
      "afterwards",
    );
    await assert_state(second, "pending");
    writing[1].resolve();
    await second;
  },
  "one write at a time reaches the sink, and write() waits for its own",
  { requirements: ["write-one-at-a-time", "write-result"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, stream } = tracedWritable({
      write() {
        throw error;
      },
    });
    const writer = stream.getWriter();
    const writes = [writer.write("a"), writer.write("b")];
    const closed = writer.close();
    for (const promise of [...writes, closed, writer.closed]) {
      await promise_rejects_exactly(t, error, promise);
    }
    assert_calls(calls, [["write", "a"]]);
  },
  "an exception from write rejects everything outstanding, and the sink is not called again",
  { requirements: ["write-throws"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedWritable({ write: () => Promise.reject(error) });
    const writer = stream.getWriter();
    await promise_rejects_exactly(t, error, writer.write("a"), "the write");
    await promise_rejects_exactly(t, error, writer.write("b"), "a later write");
    await promise_rejects_exactly(t, error, writer.ready, "ready");
    assert_equals(writer.desiredSize, null);
  },
  "a rejected promise from write errors the stream",
  { requirements: ["write-rejects"] },
);

stream_test(
  async (t) => {
    const { stream } = tracedWritable();
    const writer = stream.getWriter();
    const closed = writer.close();
    await promise_rejects_js(t, TypeError, writer.write("a"));
    await closed;
  },
  "write() while closing is rejected with a TypeError",
  { requirements: ["write-while-closing"] },
);

stream_test(
  async (t) => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    await writer.close();
    await promise_rejects_js(t, TypeError, writer.write("a"));
    assert_calls(calls, ["close"]);
  },
  "write() after close is rejected with a TypeError",
  { requirements: ["write-closed"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, controller, stream } = tracedWritable();
    const writer = stream.getWriter();
    controller.error(error);
    await promise_rejects_exactly(t, error, writer.write("a"));
    assert_calls(calls, []);
  },
  "write() on an errored stream is rejected with its error",
  { requirements: ["write-errored"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable();
    const writer = stream.getWriter();
    const order = [];
    const writes = ["a", "b", "c"].map((c) => writer.write(c).then(() => order.push(c)));
    writer.closed.then(() => order.push("closed"));
    writer.close().then(() => order.push("close()"));
    await Promise.all(writes);
    await drain();
    assert_array_equals(order, ["a", "b", "c", "close()", "closed"]);
  },
  "write promises settle in order, then close(), then closed",
  { requirements: ["write-settle-order"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    const promise = Promise.resolve("inner");
    await writer.write(promise);
    assert_calls(calls, [["write", promise]]);
  },
  "a chunk that is a promise is not unwrapped",
  { requirements: ["write-order"] },
);

stream_test(
  async () => {
    const controllers = new Set();
    const keep = (_, c) => controllers.add(c);
    const writer = new WritableStream({
      start: (c) => controllers.add(c),
      write: keep,
    }).getWriter();
    await Promise.all([writer.write("a"), writer.write("b")]);
    assert_equals(controllers.size, 1);
  },
  "start and each write get the same controller",
  { requirements: ["write-arguments"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({}, { highWaterMark: 0 });
    const writer = stream.getWriter();
    await Promise.all([writer.write("a"), writer.write("b")]);
  },
  "chunks are written even while ready is pending",
  { requirements: ["ready-hwm-zero"] },
);
