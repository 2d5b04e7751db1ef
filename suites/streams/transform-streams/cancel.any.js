// META: title=Canceling and aborting a transform stream
// META: spec=https://streams.spec.whatwg.org/#dom-transformer-cancel
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-sink-abort-algorithm
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-source-cancel
// META: script=../resources/streams.js
"use strict";

const cancelReadable = (stream, reason) => stream.readable.cancel(reason);
const abortWritable = (stream, reason) => stream.writable.abort(reason);

for (const [name, end] of [
  ["canceling the readable side", cancelReadable],
  ["aborting the writable side", abortWritable],
]) {
  stream_test(
    async () => {
      const seen = [];
      const transformer = {
        cancel(...args) {
          seen.push(this, ...args);
          return "ignored";
        },
      };
      const reason = { why: "enough" };
      assert_equals(await end(new TransformStream(transformer), reason), undefined);
      assert_array_equals(seen, [transformer, reason]);
    },
    `${name} calls cancel on the transformer with the reason alone`,
    { requirements: ["ts-cancel-arguments"] },
  );

  stream_test(
    async () => {
      const { calls, stream } = tracedTransform();
      await end(stream, "why");
      assert_calls(calls, [["cancel", "why"]]);
    },
    `${name} does not call flush`,
    { requirements: ["ts-cancel-arguments"] },
  );

  stream_test(
    async () => {
      const canceling = deferred();
      const { stream } = tracedTransform({ cancel: () => canceling.promise });
      const ended = end(stream);
      await assert_state(ended, "pending");
      canceling.resolve();
      await ended;
    },
    `${name} waits for the promise of cancel`,
    { requirements: ["ts-cancel-waits", "ts-abort-waits"] },
  );

  for (const [how, fail] of [
    [
      "throws",
      (error) => {
        throw error;
      },
    ],
    ["gives a rejected promise", (error) => Promise.reject(error)],
  ]) {
    stream_test(
      async (t) => {
        const error = makeError("from cancel");
        const { stream } = tracedTransform({ cancel: () => fail(error) });
        await promise_rejects_exactly(t, error, end(stream, "why"));
      },
      `${name} is rejected when cancel ${how}`,
      { requirements: ["ts-cancel-fails", "ts-abort-fails"] },
    );
  }

  stream_test(
    async () => {
      const { calls, stream } = tracedTransform({ start: () => deferred().promise });
      end(stream, "early").catch(() => {});
      await drain();
      // Only the readable side calls its source's cancel before start has finished.
      assert_calls(calls, end === cancelReadable ? [["cancel", "early"]] : []);
    },
    `${name} before start has finished`,
    { requirements: ["ts-cancel-before-start"] },
  );

  stream_test(
    async () => {
      const { calls, stream } = tracedTransform();
      await stream.writable.close();
      assert_equals(await end(stream, "late"), undefined);
      assert_calls(calls, ["flush"]);
    },
    `${name} after a close does not call cancel`,
    { requirements: ["ts-cancel-after-close"] },
  );
}

stream_test(
  async (t) => {
    const reason = makeError();
    const { stream } = tracedTransform();
    const writer = stream.writable.getWriter();
    await stream.readable.cancel(reason);
    for (const promise of [writer.closed, writer.ready, writer.write("a")]) {
      await promise_rejects_exactly(t, reason, promise);
    }
  },
  "canceling the readable side errors the writable side with the reason",
  { requirements: ["ts-cancel-errors-writable"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const { stream } = tracedTransform();
    const reader = stream.readable.getReader();
    const read = reader.read();
    await stream.writable.abort(reason);
    await promise_rejects_exactly(t, reason, read);
    await promise_rejects_exactly(t, reason, reader.closed);
  },
  "aborting the writable side errors the readable side with the reason",
  { requirements: ["ts-abort-errors-readable"] },
);

stream_test(
  async (t) => {
    const error = makeError("from cancel");
    const { stream } = tracedTransform({ cancel: () => Promise.reject(error) });
    const writer = stream.writable.getWriter();
    stream.readable.cancel("why").catch(() => {});
    await promise_rejects_exactly(t, error, writer.closed);
  },
  "when cancel fails on a cancel, the writable side gets its error",
  { requirements: ["ts-cancel-fails"] },
);

stream_test(
  async (t) => {
    const error = makeError("from cancel");
    const { stream } = tracedTransform({ cancel: () => Promise.reject(error) });
    const reader = stream.readable.getReader();
    stream.writable.abort("why").catch(() => {});
    await promise_rejects_exactly(t, error, reader.closed);
  },
  "when cancel fails on an abort, the readable side gets its error",
  { requirements: ["ts-abort-fails"] },
);

stream_test(
  async (t) => {
    const canceling = deferred();
    const { calls, stream } = tracedTransform({ cancel: () => canceling.promise });
    await drain();
    const both = [stream.readable.cancel("cancel"), stream.writable.abort("abort")];
    canceling.resolve();
    // The abort has errored the writable side by the time cancel has finished.
    for (const promise of both) await promise_rejects_exactly(t, "abort", promise);
    assert_calls(calls, [["cancel", "cancel"]]);
  },
  "abort while canceling shares the one call of cancel, and the abort's reason rejects both",
  { requirements: ["ts-cancel-shared"] },
);

stream_test(
  async () => {
    const canceling = deferred();
    const { calls, stream } = tracedTransform({ cancel: () => canceling.promise });
    await drain();
    const both = [stream.writable.abort("abort"), stream.readable.cancel("cancel")];
    canceling.resolve();
    await Promise.all(both);
    assert_calls(calls, [["cancel", "abort"]]);
  },
  "cancel while aborting shares the one call of cancel",
  { requirements: ["ts-cancel-shared"] },
);

stream_test(
  async () => {
    const flushing = deferred();
    const { calls, stream } = tracedTransform({ flush: () => flushing.promise });
    await drain();
    const closed = stream.writable.close();
    await drain();
    const canceled = stream.readable.cancel("late");
    await assert_state(canceled, "pending", "cancel() while flush is under way");
    flushing.resolve();
    await Promise.all([closed, canceled]);
    assert_calls(calls, ["flush"]);
  },
  "canceling the readable side during flush waits for it and does not call cancel",
  { requirements: ["ts-cancel-during-flush"] },
);

stream_test(
  async (t) => {
    const error = makeError("from flush");
    const flushing = deferred();
    const { stream } = tracedTransform({ flush: () => flushing.promise });
    await drain();
    const closed = stream.writable.close();
    await drain();
    const canceled = stream.readable.cancel("late");
    flushing.reject(error);
    await promise_rejects_exactly(t, error, closed, "close()");
    await promise_rejects_exactly(t, error, canceled, "cancel()");
  },
  "canceling the readable side during a flush that fails is rejected with its error",
  { requirements: ["ts-cancel-during-flush"] },
);

stream_test(
  async (t) => {
    const error = makeError("from the controller");
    const trace = tracedTransform({ cancel: () => trace.controller.error(error) });
    await drain();
    await promise_rejects_exactly(t, error, trace.stream.readable.cancel("why"));
  },
  "error() in cancel rejects the cancel of the readable side",
  { requirements: ["ts-cancel-controller-error"] },
);

stream_test(
  async (t) => {
    const error = makeError("from the controller");
    const trace = tracedTransform({ cancel: () => trace.controller.error(error) });
    await drain();
    await promise_rejects_exactly(t, error, trace.stream.writable.abort("why"));
  },
  "error() in cancel rejects the abort of the writable side",
  { requirements: ["ts-cancel-controller-error"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const { stream } = tracedTransform();
    stream.readable.cancel(reason);
    await promise_rejects_exactly(t, reason, stream.writable.getWriter().closed);
  },
  "a transformer without cancel is canceled all the same",
  { requirements: ["ts-cancel-absent"] },
);

stream_test(
  async (t) => {
    const reason = makeError();
    const transforming = deferred();
    const { calls, stream } = tracedTransform({ transform: () => transforming.promise });
    const writer = stream.writable.getWriter();
    const written = writer.write("a");
    const reader = stream.readable.getReader();
    reader.read().catch(() => {});
    await drain();
    const aborted = writer.abort(reason);
    await assert_state(aborted, "pending", "while transform is under way");
    transforming.resolve();
    await Promise.all([written, aborted]);
    await promise_rejects_exactly(t, reason, reader.closed);
    assert_calls(calls, [
      ["transform", "a"],
      ["cancel", reason],
    ]);
  },
  "an abort waits for the transform under way before it calls cancel",
  { requirements: ["ts-abort-waits-transform"] },
);
