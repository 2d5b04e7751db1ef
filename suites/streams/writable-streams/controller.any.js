// META: title=WritableStreamDefaultController: error() and signal
// META: spec=https://streams.spec.whatwg.org/#ws-default-controller-error
// META: spec=https://streams.spec.whatwg.org/#ws-default-controller-signal
// META: script=../resources/streams.js
"use strict";

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, controller, stream } = tracedWritable();
    const writer = stream.getWriter();
    assert_equals(controller.error(error), undefined);
    await promise_rejects_exactly(t, error, writer.closed);
    await promise_rejects_exactly(t, error, writer.ready);
    assert_calls(calls, []);
  },
  "error() errors the stream; the sink is neither closed nor aborted",
  { requirements: ["ws-error", "ws-error-returns-undefined"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedWritable();
    controller.error();
    await promise_rejects_exactly(t, undefined, stream.getWriter().closed);
  },
  "error() without an argument errors with undefined",
  { requirements: ["ws-error-undefined"] },
);

stream_test(
  async (t) => {
    const first = makeError("first");
    const { controller, stream } = tracedWritable();
    controller.error(first);
    controller.error(makeError("second"));
    await promise_rejects_exactly(t, first, stream.getWriter().closed);
  },
  "the first error is the one that stays",
  { requirements: ["ws-error-once"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedWritable();
    await stream.close();
    assert_equals(controller.error(makeError()), undefined);
    await stream.getWriter().closed;
  },
  "error() on a closed stream does nothing",
  { requirements: ["ws-error-once"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const { controller, stream } = tracedWritable();
    const writer = stream.getWriter();
    writer.abort(reason);
    controller.error(makeError("late"));
    await promise_rejects_exactly(t, reason, writer.closed);
  },
  "error() after abort() does nothing",
  { requirements: ["ws-error-once"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const write = (_, c) => c.error(error);
    const { calls, stream } = tracedWritable({ write });
    const writer = stream.getWriter();
    const first = writer.write("a");
    const second = writer.write("b");
    assert_equals(await first, undefined, "the write itself succeeds");
    await promise_rejects_exactly(t, error, second, "the next one");
    assert_calls(calls, [["write", "a"]]);
  },
  "error() in write spares that write and rejects the next",
  { requirements: ["ws-error-during-write"] },
);

stream_test(
  async () => {
    const writing = deferred();
    const { controller, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    const queued = [writer.write("a"), writer.write("b")];
    queued[1].catch(() => {});
    await drain();
    controller.error(makeError());
    await assert_state(writer.ready, "rejected", "ready");
    await assert_state(queued[1], "pending", "queued write");
    await assert_state(writer.closed, "pending", "closed");
    writing.resolve();
    await assert_state(queued[1], "rejected", "queued write, later");
    await assert_state(writer.closed, "rejected", "closed, later");
  },
  "error() takes full effect when the write under way has finished",
  { requirements: ["ws-error-during-write"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedWritable({ start: (c) => c.error(error) });
    const writer = stream.getWriter();
    await promise_rejects_exactly(t, error, writer.ready, "ready");
    await promise_rejects_exactly(t, error, writer.closed, "closed");
  },
  "error() in start errors the stream",
  { requirements: ["ws-error-in-start"] },
);

test(
  () => {
    const { controller } = tracedWritable();
    assert_true(controller.signal instanceof AbortSignal);
    assert_equals(controller.signal, controller.signal);
    assert_false(controller.signal.aborted);
  },
  "signal is an AbortSignal that is not aborted",
  { requirements: ["signal-initial"] },
);

test(
  () => {
    const { controller, stream } = tracedWritable();
    const reason = { why: "enough" };
    stream.abort(reason);
    assert_true(controller.signal.aborted);
    assert_equals(controller.signal.reason, reason);
  },
  "abort() aborts the signal at once, with its reason",
  { requirements: ["signal-abort"] },
);

test(
  () => {
    const { controller, stream } = tracedWritable();
    stream.abort();
    const { reason } = controller.signal;
    assert_true(reason instanceof DOMException);
    assert_equals(reason.name, "AbortError");
  },
  "abort() without a reason aborts the signal with an AbortError",
  { requirements: ["signal-abort"] },
);

stream_test(
  async () => {
    const writing = deferred();
    const { calls, controller, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    const written = writer.write("a");
    await drain();
    controller.signal.addEventListener("abort", () => writing.reject(controller.signal.reason));
    const reason = makeError();
    const aborted = writer.abort(reason);
    await assert_state(written, "rejected");
    await aborted;
    assert_calls(calls, [
      ["write", "a"],
      ["abort", reason],
    ]);
  },
  "the signal lets a sink stop the write under way, before its abort is called",
  { requirements: ["signal-during-write"] },
);

for (const [name, end] of [
  ["error()", ({ controller }) => controller.error(makeError())],
  ["close()", ({ stream }) => stream.close()],
]) {
  stream_test(
    async () => {
      const trace = tracedWritable();
      await end(trace);
      await drain();
      assert_false(trace.controller.signal.aborted, `by ${name}`);
      await trace.stream.abort();
      assert_false(trace.controller.signal.aborted, "by an abort() that comes too late");
    },
    `${name} does not abort the signal, nor does abort() after it`,
    { requirements: ["signal-not-otherwise"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedWritable({ write: () => Promise.reject(makeError()) });
    stream
      .getWriter()
      .write("a")
      .catch(() => {});
    await drain();
    assert_false(controller.signal.aborted);
  },
  "a failing write does not abort the signal",
  { requirements: ["signal-not-otherwise"] },
);

test(
  () => {
    const { controller, stream } = tracedWritable();
    stream.abort("first");
    stream.abort("second");
    assert_equals(controller.signal.reason, "first");
  },
  "a second abort() does not change the signal's reason",
  { requirements: ["signal-abort"] },
);

stream_test(
  async () => {
    const closing = deferred();
    const { controller, stream } = tracedWritable({ close: () => closing.promise });
    const closed = stream.close();
    await drain();
    stream.abort("late");
    assert_equals(controller.signal.reason, "late");
    closing.resolve();
    await closed;
  },
  "abort() during a close aborts the signal",
  { requirements: ["signal-during-write", "signal-abort"] },
);
