// META: title=How a pipe passes on errors
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: script=../resources/streams.js
"use strict";

const fail = (error) => () => Promise.reject(error);

// Truthy and falsy option values, as Web IDL converts them.
const on = [true, 1, "no", {}];
const off = [undefined, false, 0, ""];

async function erroredDestination(error = makeError()) {
  const { controller, stream } = tracedWritable();
  controller.error(error);
  await drain();
  return stream;
}

// Forward: the source errors -> the destination is aborted, unless preventAbort.

for (const preventAbort of off) {
  stream_test(
    async (t) => {
      const error = makeError();
      const { calls, stream } = tracedWritable();
      const piped = erroredStream(error).pipeTo(stream, { preventAbort });
      await promise_rejects_exactly(t, error, piped);
      assert_calls(calls, [["abort", error]]);
    },
    `an errored source aborts the destination with preventAbort ${format_value(preventAbort)}`,
    { requirements: ["pipe-forward-error", "pipe-options-boolean"] },
  );
}

for (const preventAbort of on) {
  stream_test(
    async (t) => {
      const error = makeError();
      const { calls, stream } = tracedWritable();
      const piped = erroredStream(error).pipeTo(stream, { preventAbort });
      await promise_rejects_exactly(t, error, piped);
      assert_calls(calls, []);
      assert_equals(stream.getWriter().desiredSize, 1, "the destination can still be used");
    },
    `an errored source spares the destination with preventAbort ${format_value(preventAbort)}`,
    { requirements: ["pipe-forward-error-prevented", "pipe-options-boolean", "pipe-reuse"] },
  );
}

stream_test(
  async (t) => {
    const error = makeError();
    const source = tracedReadable();
    const { calls, stream } = tracedWritable();
    const piped = source.stream.pipeTo(stream);
    source.controller.enqueue("a");
    await drain();
    source.controller.error(error);
    await promise_rejects_exactly(t, error, piped);
    assert_calls(calls, [
      ["write", "a"],
      ["abort", error],
    ]);
    assert_false(source.stream.locked || stream.locked);
  },
  "an error of the source in the middle aborts the destination",
  { requirements: ["pipe-forward-error", "pipe-released"] },
);

stream_test(
  async (t) => {
    const aborting = makeError("from abort");
    const { stream } = tracedWritable({ abort: fail(aborting) });
    await promise_rejects_exactly(t, aborting, erroredStream(makeError()).pipeTo(stream));
  },
  "when the destination's abort fails too, the pipe is rejected with its error",
  { requirements: ["pipe-forward-error-fails"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const writing = deferred();
    const source = tracedReadable();
    const { calls, stream } = tracedWritable({ write: () => writing.promise });
    const piped = source.stream.pipeTo(stream, { preventAbort: true });
    source.controller.enqueue("a");
    await drain();
    source.controller.error(error);
    await assert_state(piped, "pending", "while the write is under way");
    assert_true(stream.locked);
    writing.resolve();
    await promise_rejects_exactly(t, error, piped);
    assert_calls(calls, [["write", "a"]]);
  },
  "after an error of the source the pipe waits for the write under way",
  { requirements: ["pipe-forward-error-waits"] },
);

// Backward: the destination errors -> the source is canceled, unless preventCancel.

for (const preventCancel of off) {
  stream_test(
    async (t) => {
      const error = makeError();
      const source = tracedReadable({}, { highWaterMark: 0 });
      const destination = await erroredDestination(error);
      await promise_rejects_exactly(t, error, source.stream.pipeTo(destination, { preventCancel }));
      assert_calls(cancels(source), [["cancel", error]]);
    },
    `an errored destination cancels the source with preventCancel ${format_value(preventCancel)}`,
    { requirements: ["pipe-backward-error", "pipe-options-boolean"] },
  );
}

for (const preventCancel of on) {
  stream_test(
    async (t) => {
      const error = makeError();
      const source = tracedReadable({}, { highWaterMark: 0 });
      const destination = await erroredDestination(error);
      await promise_rejects_exactly(t, error, source.stream.pipeTo(destination, { preventCancel }));
      assert_calls(cancels(source), []);
      source.controller.enqueue("still usable");
    },
    `an errored destination spares the source with preventCancel ${format_value(preventCancel)}`,
    { requirements: ["pipe-backward-error-prevented", "pipe-options-boolean", "pipe-reuse"] },
  );
}

stream_test(
  async (t) => {
    const error = makeError();
    const source = tracedReadable();
    const { stream } = tracedWritable({ write: fail(error) });
    const piped = source.stream.pipeTo(stream);
    source.controller.enqueue("a");
    await promise_rejects_exactly(t, error, piped);
    assert_calls(source.calls.slice(-1), [["cancel", error]]);
  },
  "a failing write cancels the source with its error",
  { requirements: ["pipe-backward-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const source = tracedReadable({}, { highWaterMark: 0 });
    const { controller, stream } = tracedWritable();
    const piped = source.stream.pipeTo(stream);
    await drain();
    controller.error(error);
    await promise_rejects_exactly(t, error, piped);
    assert_calls(source.calls, ["pull", ["cancel", error]]);
  },
  "an error of the destination between writes cancels the source",
  { requirements: ["pipe-backward-error"] },
);

stream_test(
  async (t) => {
    const canceling = makeError("from cancel");
    const source = tracedReadable({ cancel: fail(canceling) });
    const destination = await erroredDestination(makeError());
    await promise_rejects_exactly(t, canceling, source.stream.pipeTo(destination));
  },
  "when the source's cancel fails too, the pipe is rejected with its error",
  { requirements: ["pipe-backward-error-fails"] },
);

stream_test(
  async () => {
    // pipeTo: "the user agent must check the below conditions ... before performing any reads".
    const source = tracedReadable({}, { highWaterMark: 0 });
    await assert_state(source.stream.pipeTo(await erroredDestination()), "rejected");
    assert_false(source.calls.includes("pull"));
  },
  "nothing is read for an errored destination",
  { requirements: ["pipe-checks-first"] },
);

stream_test(
  async (t) => {
    const error = makeError("source");
    const destination = await erroredDestination(makeError("destination"));
    await promise_rejects_exactly(t, error, erroredStream(error).pipeTo(destination));
  },
  "with both sides errored the pipe is rejected with the source's error",
  { requirements: ["pipe-precedence"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const destination = await erroredDestination(error);
    await promise_rejects_exactly(t, error, streamOf().pipeTo(destination));
  },
  "a closed source piped to an errored destination is rejected with its error",
  { requirements: ["pipe-precedence"] },
);

// pipeThrough() hides the promise of its pipe.

stream_test(
  async (t) => {
    const error = makeError();
    const output = erroredStream(error).pipeThrough(new TransformStream());
    await promise_rejects_exactly(t, error, output.getReader().read());
  },
  "an error goes through a transform stream; the inner pipe is not an unhandled rejection",
  { requirements: ["pipe-through-handled"] },
);

stream_test(
  async () => {
    const source = tracedReadable({}, { highWaterMark: 0 });
    const reason = makeError();
    const output = source.stream.pipeThrough(new TransformStream());
    await output.cancel(reason);
    await drain();
    assert_calls(source.calls.slice(-1), [["cancel", reason]]);
  },
  "a cancel goes back through a transform stream",
  { requirements: ["pipe-backward-error"] },
);
