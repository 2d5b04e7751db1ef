// META: title=Aborting a writable stream
// META: spec=https://streams.spec.whatwg.org/#ws-abort
// META: spec=https://streams.spec.whatwg.org/#writable-stream-abort
// META: spec=https://streams.spec.whatwg.org/#writable-stream-finish-erroring
// META: script=../resources/streams.js
"use strict";

for (const [name, abort] of [
  ["stream.abort()", (stream, ...args) => stream.abort(...args)],
  ["writer.abort()", (stream, ...args) => stream.getWriter().abort(...args)],
]) {
  stream_test(
    async () => {
      const seen = [];
      const sink = {
        abort(...args) {
          seen.push(this, ...args);
          return "ignored";
        },
      };
      const reason = { why: "enough" };
      assert_equals(await abort(new WritableStream(sink), reason), undefined);
      assert_array_equals(seen, [sink, reason]);
    },
    `${name} calls abort on the sink with the reason alone and is fulfilled with undefined`,
    { requirements: ["abort-arguments", "abort-result"] },
  );

  stream_test(
    async () => {
      const { calls, stream } = tracedWritable();
      await abort(stream);
      assert_calls(calls, [["abort", undefined]]);
    },
    `${name} without a reason calls abort with undefined`,
    { requirements: ["abort-arguments"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { stream } = tracedWritable({
        abort() {
          throw error;
        },
      });
      await promise_rejects_exactly(t, error, abort(stream));
    },
    `${name} is rejected with what the sink's abort throws`,
    { requirements: ["abort-fails"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { stream } = tracedWritable({ abort: () => Promise.reject(error) });
      await promise_rejects_exactly(t, error, abort(stream));
    },
    `${name} is rejected when the promise of the sink's abort is`,
    { requirements: ["abort-fails"] },
  );

  stream_test(
    async () => {
      const { calls, stream } = tracedWritable();
      await stream.close();
      assert_equals(await abort(stream, "why"), undefined);
      assert_calls(calls, ["close"]);
    },
    `${name} on a closed stream is fulfilled without asking the sink`,
    { requirements: ["abort-ended"] },
  );

  stream_test(
    async () => {
      const { calls, controller, stream } = tracedWritable();
      controller.error(makeError());
      await drain();
      assert_equals(await abort(stream, "why"), undefined);
      assert_calls(calls, []);
    },
    `${name} on an errored stream is fulfilled without asking the sink`,
    { requirements: ["abort-ended"] },
  );
}

stream_test(
  async (t) => {
    const reason = makeError();
    const { stream } = tracedWritable();
    const writer = stream.getWriter();
    await writer.abort(reason);
    for (const promise of [writer.closed, writer.ready, writer.write("a")]) {
      await promise_rejects_exactly(t, reason, promise);
    }
    await promise_rejects_js(t, TypeError, writer.close(), "close()");
  },
  "after abort() the stream is errored with the reason",
  { requirements: ["abort-errors-stream"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const { stream } = tracedWritable({ abort: () => Promise.reject(makeError("from abort")) });
    const writer = stream.getWriter();
    writer.abort(reason).catch(() => {});
    await promise_rejects_exactly(t, reason, writer.closed);
  },
  "the stream is errored with the reason even when the sink's abort fails",
  { requirements: ["abort-errors-stream"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const writing = deferred();
    const { calls, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    const writes = [writer.write("a"), writer.write("b")];
    await drain();
    const aborted = writer.abort(reason);
    await drain();
    assert_calls(calls, [["write", "a"]], "while the write is under way");
    writing.resolve();
    await writes[0];
    await promise_rejects_exactly(t, reason, writes[1], "the write still queued");
    await aborted;
    assert_calls(
      calls,
      [
        ["write", "a"],
        ["abort", reason],
      ],
      "afterwards",
    );
  },
  "abort waits for the write under way, which settles by itself, and drops queued writes",
  { requirements: ["abort-waits-write"] },
);

stream_test(
  async (t) => {
    const error = makeError("from write");
    const reason = makeError("from abort");
    const writing = deferred();
    const { calls, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    const written = writer.write("a");
    await drain();
    const aborted = writer.abort(reason);
    writing.reject(error);
    await promise_rejects_exactly(t, error, written, "the write");
    assert_equals(await aborted, undefined);
    await promise_rejects_exactly(t, reason, writer.closed, "closed");
    assert_calls(calls, [
      ["write", "a"],
      ["abort", reason],
    ]);
  },
  "a write that fails after abort() does not replace the reason nor stop the sink's abort",
  { requirements: ["abort-write-fails"] },
);

stream_test(
  async () => {
    const started = deferred();
    const { calls, stream } = tracedWritable({ start: () => started.promise });
    const aborted = stream.abort("early");
    await drain();
    assert_calls(calls, []);
    started.resolve();
    await aborted;
    assert_calls(calls, [["abort", "early"]]);
  },
  "abort waits for start to finish",
  { requirements: ["abort-waits-start"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable({ start: () => deferred().promise });
    const writer = stream.getWriter();
    const written = writer.write("a");
    writer.abort(makeError());
    await assert_state(written, "pending", "the stream is not errored yet");
    assert_calls(calls, []);
  },
  "writes stay pending while an abort waits for start",
  { requirements: ["abort-waits-start"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    const first = writer.abort("first");
    assert_equals(writer.abort("second"), first);
    await first;
    assert_calls(calls, [["abort", "first"]]);
  },
  "abort() while aborting gives the same promise",
  { requirements: ["abort-pending"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    await writer.abort("first");
    assert_equals(await writer.abort("second"), undefined);
    assert_calls(calls, [["abort", "first"]]);
  },
  "abort() after abort is fulfilled without asking the sink again",
  { requirements: ["abort-ended"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, controller, stream } = tracedWritable();
    const writer = stream.getWriter();
    controller.error(error);
    await promise_rejects_exactly(t, error, writer.closed);
    await drain();
    assert_equals(await writer.abort("why"), undefined);
    await promise_rejects_exactly(t, error, writer.closed, "the error stays");
    assert_calls(calls, []);
  },
  "abort() of a writer that has seen the error is fulfilled without asking the sink",
  { requirements: ["abort-ended"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const writing = deferred();
    const { calls, controller, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    writer.write("a");
    await drain();
    controller.error(error);
    const aborted = writer.abort("why");
    writing.resolve();
    await promise_rejects_exactly(t, error, aborted);
    assert_calls(calls, [["write", "a"]]);
  },
  "abort() on a stream about to be errored is rejected with the error; the sink is not asked",
  { requirements: ["abort-erroring"] },
);

stream_test(
  async () => {
    const closing = deferred();
    const { calls, stream } = tracedWritable({ close: () => closing.promise });
    const writer = stream.getWriter();
    const closed = writer.close();
    await drain();
    const aborted = writer.abort("late");
    closing.resolve();
    await Promise.all([closed, aborted, writer.closed]);
    assert_calls(calls, ["close"]);
  },
  "abort() during a close that succeeds is fulfilled, and the stream is closed",
  { requirements: ["abort-during-close", "close-beats-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const closing = deferred();
    const { calls, stream } = tracedWritable({ close: () => closing.promise });
    const writer = stream.getWriter();
    const closed = writer.close();
    await drain();
    const aborted = writer.abort("late");
    closing.reject(error);
    await promise_rejects_exactly(t, error, closed, "close()");
    await promise_rejects_exactly(t, error, aborted, "abort()");
    await promise_rejects_exactly(t, "late", writer.closed, "closed");
    assert_calls(calls, ["close"]);
  },
  "abort() during a close that fails is rejected with the close's error",
  { requirements: ["abort-during-failing-close"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const writing = deferred();
    const { calls, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    writer.write("a");
    const closed = writer.close();
    await drain();
    const aborted = writer.abort(reason);
    writing.resolve();
    await promise_rejects_exactly(t, reason, closed);
    await aborted;
    assert_calls(calls, [
      ["write", "a"],
      ["abort", reason],
    ]);
  },
  "abort() drops a close that is still queued",
  { requirements: ["abort-queued-close"] },
);

stream_test(
  async (t) => {
    const aborting = deferred();
    const reason = makeError();
    const { stream } = tracedWritable({ abort: () => aborting.promise });
    const writer = stream.getWriter();
    const aborted = writer.abort(reason);
    await assert_state(aborted, "pending", "abort()");
    await assert_state(writer.closed, "pending", "closed");
    aborting.resolve();
    await aborted;
    await promise_rejects_exactly(t, reason, writer.closed);
  },
  "closed is rejected only when the sink's abort has finished",
  { requirements: ["abort-closed-promise", "abort-waits"] },
);

stream_test(
  async () => {
    const reason = makeError();
    const { stream } = tracedWritable();
    const writer = stream.getWriter();
    const order = [];
    await drain();
    writer.write("a").catch(() => order.push("write"));
    writer.write("b").catch(() => order.push("queued write"));
    writer.abort(reason).then(() => order.push("abort()"));
    writer.closed.catch(() => order.push("closed"));
    await drain();
    assert_array_equals(order, ["queued write", "abort()", "closed"]);
  },
  "queued writes are rejected first, then abort() settles, then closed",
  { requirements: ["abort-settle-order"] },
);
