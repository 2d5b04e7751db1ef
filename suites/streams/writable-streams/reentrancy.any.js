// META: title=Calls back into a writable stream from its own callbacks
// META: spec=https://streams.spec.whatwg.org/#writable-stream-default-writer-write
// META: spec=https://streams.spec.whatwg.org/#writable-stream-default-controller-get-chunk-size
// META: spec=https://streams.spec.whatwg.org/#writable-stream-abort
// META: script=../resources/streams.js
"use strict";

// A stream whose size() runs `inside` once, and a writer of it.
function sizing(inside) {
  let done = false;
  const size = () => {
    if (!done) {
      done = true;
      inside(trace);
    }
    return 1;
  };
  const trace = tracedWritable({}, { size, highWaterMark: 5 });
  trace.writer = trace.stream.getWriter();
  return trace;
}

stream_test(
  async () => {
    const { calls, writer } = sizing(({ writer }) => writer.write("inner"));
    await writer.write("outer");
    assert_calls(calls, [
      ["write", "inner"],
      ["write", "outer"],
    ]);
  },
  "a write in size() goes before the one that is being measured",
  { requirements: ["write-size-reenter-write"] },
);

stream_test(
  async (t) => {
    const { calls, writer } = sizing(({ writer }) => writer.close());
    await promise_rejects_js(t, TypeError, writer.write("a"));
    await writer.closed;
    assert_calls(calls, ["close"]);
  },
  "close() in size() makes the write fail with a TypeError",
  { requirements: ["write-size-reenter-end"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, writer } = sizing(({ controller }) => controller.error(error));
    await promise_rejects_exactly(t, error, writer.write("a"));
    assert_calls(calls, []);
  },
  "error() in size() makes the write fail with the error",
  { requirements: ["write-size-reenter-end"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const { calls, writer } = sizing(({ writer }) => writer.abort(reason));
    await promise_rejects_exactly(t, reason, writer.write("a"));
    await drain();
    assert_calls(calls, [["abort", reason]]);
  },
  "abort() in size() makes the write fail with the reason",
  { requirements: ["write-size-reenter-end"] },
);

stream_test(
  async (t) => {
    const { calls, writer } = sizing(({ writer }) => writer.releaseLock());
    await promise_rejects_js(t, TypeError, writer.write("a"));
    await drain();
    assert_calls(calls, []);
  },
  "releaseLock() in size() makes the write fail with a TypeError",
  { requirements: ["write-size-reenter-release"] },
);

stream_test(
  async (t) => {
    let second;
    const { calls, writer } = sizing(({ stream, writer }) => {
      writer.releaseLock();
      second = stream.getWriter();
    });
    await promise_rejects_js(t, TypeError, writer.write("a"));
    await second.write("b");
    assert_calls(calls, [["write", "b"]]);
  },
  "a new writer taken in size() does not inherit the write",
  { requirements: ["write-size-reenter-release"] },
);

stream_test(
  async () => {
    const write = (chunk) => {
      if (chunk === "a") writes.push(writer.write("b"));
    };
    const { calls, stream } = tracedWritable({ write });
    const writer = stream.getWriter();
    const writes = [];
    await drain();
    writes.push(writer.write("a"));
    await Promise.all(writes);
    await drain();
    assert_calls(calls, [
      ["write", "a"],
      ["write", "b"],
    ]);
  },
  "a write in write is queued",
  { requirements: ["write-reenter"] },
);

stream_test(
  async () => {
    const trace = tracedWritable({ write: () => trace.writer.close() && undefined });
    trace.writer = trace.stream.getWriter();
    await trace.writer.write("a");
    await trace.writer.closed;
    assert_calls(trace.calls, [["write", "a"], "close"]);
  },
  "close() in write takes effect after the write",
  { requirements: ["write-reenter"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const trace = tracedWritable({
      write() {
        trace.aborted = trace.writer.abort(reason);
      },
    });
    trace.writer = trace.stream.getWriter();
    assert_equals(await trace.writer.write("a"), undefined);
    await trace.aborted;
    await promise_rejects_exactly(t, reason, trace.writer.closed);
    assert_calls(trace.calls, [
      ["write", "a"],
      ["abort", reason],
    ]);
  },
  "abort() in write takes effect after the write",
  { requirements: ["write-reenter"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedWritable();
    let inner;
    controller.signal.addEventListener("abort", () => {
      inner = stream.abort("inner");
    });
    const outer = stream.abort("outer");
    // WritableStreamAbort signals first: the inner call, made by the listener, leaves a pending abort
    // request, which the outer call then finds and shares.
    assert_equals(inner, outer);
    assert_equals(await outer, undefined);
    assert_equals(controller.signal.reason, "outer");
  },
  "abort() in an abort listener makes the request which the outer abort() shares",
  { requirements: ["signal-reenter", "abort-pending"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedWritable();
    controller.signal.addEventListener("abort", () => stream.abort("inner"));
    await stream.abort("outer");
    assert_calls(calls, [["abort", "inner"]]);
  },
  "the sink gets the reason of an abort() made in an abort listener",
  { requirements: ["signal-reenter"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedWritable();
    await drain();
    controller.signal.addEventListener("abort", () => controller.error(makeError()));
    assert_equals(await stream.abort("why"), undefined);
    assert_calls(calls, []);
  },
  "error() in an abort listener errors the stream first, and abort() finds it errored",
  { requirements: ["signal-reenter"] },
);

stream_test(
  async () => {
    let result;
    const trace = tracedWritable({
      abort() {
        result = trace.stream.abort("again");
      },
    });
    const aborted = trace.stream.abort("first");
    await aborted;
    assert_equals(await result, undefined);
    assert_calls(trace.calls, [["abort", "first"]]);
  },
  "abort() in the sink's abort finds the stream errored",
  { requirements: ["abort-reenter"] },
);
