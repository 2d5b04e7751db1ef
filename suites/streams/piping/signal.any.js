// META: title=Stopping a pipe with an AbortSignal
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: script=../resources/streams.js
"use strict";

// A pipe that is waiting for its source.
function pipe(options = {}, { source = {}, sink = {} } = {}) {
  const abort = new AbortController();
  const from = tracedReadable(source, { highWaterMark: 0 });
  const to = tracedWritable(sink);
  const start = () => from.stream.pipeTo(to.stream, { ...options, signal: abort.signal });
  return { abort, from, to, start };
}

stream_test(
  async (t) => {
    const { abort, from, to, start } = pipe();
    const reason = makeError();
    abort.abort(reason);
    await promise_rejects_exactly(t, reason, start());
    assert_calls(from.calls, [["cancel", reason]]);
    assert_calls(to.calls, [["abort", reason]]);
    assert_false(from.stream.locked || to.stream.locked);
  },
  "a signal aborted beforehand ends both sides with its reason, and nothing is read",
  { requirements: ["pipe-signal-before", "pipe-released"] },
);

stream_test(
  async (t) => {
    const { abort, from, to, start } = pipe();
    const piped = start();
    await drain();
    const reason = makeError();
    abort.abort(reason);
    await promise_rejects_exactly(t, reason, piped);
    assert_calls(from.calls, ["pull", ["cancel", reason]]);
    assert_calls(to.calls, [["abort", reason]]);
    assert_false(from.stream.locked || to.stream.locked);
  },
  "a signal aborted later ends both sides with its reason",
  { requirements: ["pipe-signal-later"] },
);

stream_test(
  async (t) => {
    const { abort, from, to, start } = pipe();
    abort.abort();
    const { reason } = abort.signal;
    assert_true(reason instanceof DOMException);
    assert_equals(reason.name, "AbortError");
    await promise_rejects_exactly(t, reason, start());
    assert_calls(from.calls, [["cancel", reason]]);
    assert_calls(to.calls, [["abort", reason]]);
  },
  "without a reason everybody gets the signal's one AbortError",
  { requirements: ["pipe-signal-reason"] },
);

stream_test(
  async (t) => {
    const { abort, start } = pipe();
    abort.abort("a string");
    await promise_rejects_exactly(t, "a string", start());
  },
  "a reason can be any value",
  { requirements: ["pipe-signal-reason"] },
);

for (const reason of [null, false, 0, ""]) {
  stream_test(
    async (t) => {
      const { abort, from, to, start } = pipe();
      const piped = start();
      await drain();
      abort.abort(reason);
      await promise_rejects_exactly(t, reason, piped);
      assert_calls(cancels(from), [["cancel", reason]]);
      assert_calls(to.calls, [["abort", reason]]);
    },
    `the reason ${format_value(reason)} ends both sides and rejects the pipe`,
    { requirements: ["pipe-signal-reason"] },
  );
}

stream_test(
  async (t) => {
    const { abort, from, to, start } = pipe({ preventCancel: true });
    abort.abort("why");
    await promise_rejects_exactly(t, "why", start());
    assert_calls(from.calls, []);
    assert_calls(to.calls, [["abort", "why"]]);
  },
  "preventCancel spares the source",
  { requirements: ["pipe-signal-prevent-cancel"] },
);

stream_test(
  async (t) => {
    const { abort, from, to, start } = pipe({ preventAbort: true });
    abort.abort("why");
    await promise_rejects_exactly(t, "why", start());
    assert_calls(from.calls, [["cancel", "why"]]);
    assert_calls(to.calls, []);
  },
  "preventAbort spares the destination",
  { requirements: ["pipe-signal-prevent-abort"] },
);

stream_test(
  async (t) => {
    const { abort, from, to, start } = pipe({ preventAbort: true, preventCancel: true });
    const piped = start();
    await drain();
    abort.abort("why");
    await promise_rejects_exactly(t, "why", piped);
    assert_calls(from.calls, ["pull"]);
    assert_calls(to.calls, []);
    from.controller.enqueue("still usable");
    await to.stream.getWriter().write("still usable");
  },
  "with preventAbort and preventCancel both sides can go on being used",
  { requirements: ["pipe-signal-prevent-cancel", "pipe-signal-prevent-abort", "pipe-reuse"] },
);

stream_test(
  async (t) => {
    const { abort, start, to } = pipe({ preventClose: true });
    abort.abort("why");
    await promise_rejects_exactly(t, "why", start());
    assert_calls(to.calls, [["abort", "why"]]);
  },
  "preventClose does not matter",
  { requirements: ["pipe-signal-prevent-close"] },
);

stream_test(
  async (t) => {
    const error = makeError("from cancel");
    const source = { cancel: () => Promise.reject(error) };
    const { abort, start } = pipe({}, { source });
    abort.abort("why");
    await promise_rejects_exactly(t, error, start());
  },
  "an error from the source's cancel rejects the pipe instead of the reason",
  { requirements: ["pipe-signal-cancel-fails"] },
);

stream_test(
  async (t) => {
    const error = makeError("from abort");
    const sink = { abort: () => Promise.reject(error) };
    const { abort, start } = pipe({}, { sink });
    abort.abort("why");
    await promise_rejects_exactly(t, error, start());
  },
  "an error from the destination's abort rejects the pipe instead of the reason",
  { requirements: ["pipe-signal-abort-fails"] },
);

stream_test(
  async (t) => {
    const canceling = deferred();
    const aborting = deferred();
    const { abort, start } = pipe(
      {},
      { source: { cancel: () => canceling.promise }, sink: { abort: () => aborting.promise } },
    );
    abort.abort("why");
    const piped = start();
    await assert_state(piped, "pending", "both are under way");
    canceling.resolve();
    await assert_state(piped, "pending", "abort is under way");
    aborting.resolve();
    await promise_rejects_exactly(t, "why", piped);
  },
  "the pipe waits for the source's cancel and the destination's abort",
  { requirements: ["pipe-signal-waits"] },
);

stream_test(
  async () => {
    const order = [];
    const { abort, start } = pipe(
      {},
      {
        source: { cancel: () => void order.push("cancel") },
        sink: { abort: () => void order.push("abort") },
      },
    );
    const piped = start();
    await drain();
    abort.abort("why");
    await assert_state(piped, "rejected");
    assert_array_equals(order, ["abort", "cancel"]);
  },
  "the destination is aborted before the source is canceled",
  { requirements: ["pipe-signal-order"] },
);

stream_test(
  async (t) => {
    const { abort, start } = pipe();
    const piped = start();
    abort.abort("first");
    abort.abort("second");
    await promise_rejects_exactly(t, "first", piped);
  },
  "a second abort of the controller changes nothing",
  { requirements: ["pipe-signal-once"] },
);

stream_test(
  async () => {
    const { abort, from, to, start } = pipe();
    const piped = start();
    from.controller.close();
    await piped;
    abort.abort("late");
    await drain();
    assert_calls(to.calls, ["close"]);
    assert_false(from.calls.some(([name]) => name === "cancel"));
  },
  "an abort after the pipe has finished does nothing",
  { requirements: ["pipe-signal-once"] },
);

stream_test(
  async (t) => {
    const writing = deferred();
    const { abort, from, to, start } = pipe({}, { sink: { write: () => writing.promise } });
    const piped = start();
    from.controller.enqueue("a");
    await drain();
    abort.abort("why");
    await assert_state(piped, "pending", "while the write is under way");
    writing.resolve();
    await promise_rejects_exactly(t, "why", piped);
    assert_calls(to.calls, [
      ["write", "a"],
      ["abort", "why"],
    ]);
  },
  "the write under way is waited for",
  { requirements: ["pipe-signal-waits-write"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const abort = new AbortController();
    abort.abort("why");
    const { calls, stream } = tracedWritable();
    const piped = erroredStream(error).pipeTo(stream, { signal: abort.signal });
    await promise_rejects_exactly(t, "why", piped);
    assert_calls(calls, [["abort", "why"]]);
  },
  "an aborted signal goes before an errored source, which is not canceled",
  { requirements: ["pipe-signal-precedence", "pipe-signal-settled-side"] },
);

stream_test(
  async (t) => {
    const abort = new AbortController();
    abort.abort("why");
    const { calls, stream } = tracedWritable();
    await stream.close();
    const piped = new ReadableStream().pipeTo(stream, { signal: abort.signal });
    await promise_rejects_exactly(t, "why", piped);
    assert_calls(calls, ["close"]);
  },
  "an aborted signal goes before a closed destination, which is not aborted",
  { requirements: ["pipe-signal-precedence", "pipe-signal-settled-side"] },
);

stream_test(
  async (t) => {
    const abort = new AbortController();
    const source = new ReadableStream();
    const { calls, stream } = tracedTransform();
    const output = source.pipeThrough(stream, { signal: abort.signal });
    const reason = makeError();
    await drain();
    abort.abort(reason);
    await promise_rejects_exactly(t, reason, output.getReader().read());
    assert_calls(calls, [["cancel", reason]]);
  },
  "pipeThrough() takes a signal too",
  { requirements: ["pipe-through-options", "pipe-signal-later"] },
);

stream_test(
  async (t) => {
    const abort = new AbortController();
    const { signal } = abort;
    const pipes = [1, 2].map(() => new ReadableStream().pipeTo(new WritableStream(), { signal }));
    abort.abort("why");
    for (const piped of pipes) await promise_rejects_exactly(t, "why", piped);
  },
  "one signal can stop several pipes",
  { requirements: ["pipe-signal-later"] },
);

stream_test(
  async () => {
    const { abort, from, to, start } = pipe();
    const piped = start();
    from.controller.enqueue("a");
    from.controller.close();
    await piped;
    assert_false(abort.signal.aborted);
    assert_calls(to.calls, [["write", "a"], "close"]);
  },
  "a signal that is never aborted changes nothing",
  { requirements: ["pipe-signal-unused"] },
);
