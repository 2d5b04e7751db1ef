// META: title=What ends a pipe that is under way
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: spec=https://streams.spec.whatwg.org/#rs-pipeTo-shutdown-with-action
// META: script=../resources/streams.js
"use strict";

const never = () => new Promise(() => {});

// How the destination keeps the pipe waiting.
const situations = {
  "waiting for a chunk": async (options) => {
    const from = tracedReadable({}, { highWaterMark: 0 });
    const to = tracedWritable();
    const piped = from.stream.pipeTo(to.stream, options);
    await drain();
    return { from, to, piped, written: [] };
  },
  "waiting for room": async (options) => {
    const from = tracedReadable({}, { highWaterMark: 0 });
    const to = tracedWritable({}, { highWaterMark: 0 });
    const piped = from.stream.pipeTo(to.stream, options);
    await drain();
    return { from, to, piped, written: [] };
  },
  "after a chunk": async (options) => {
    const from = tracedReadable({}, { highWaterMark: 0 });
    const to = tracedWritable();
    const piped = from.stream.pipeTo(to.stream, options);
    await drain();
    from.controller.enqueue("a");
    await drain();
    return { from, to, piped, written: [["write", "a"]] };
  },
};

for (const [situation, start] of Object.entries(situations)) {
  const noRoom = situation === "waiting for room";

  for (const preventClose of [false, true]) {
    stream_test(
      async () => {
        const { from, to, piped, written } = await start({ preventClose });
        from.controller.close();
        assert_equals(await piped, undefined);
        assert_calls(to.calls, [...written, ...(preventClose ? [] : ["close"])]);
        assert_false(from.stream.locked || to.stream.locked, "locks");
      },
      `${situation}: the source closes, preventClose ${preventClose}`,
      { requirements: [noRoom ? "pipe-forward-close-no-room" : "pipe-forward-close"] },
    );
  }

  for (const preventAbort of [false, true]) {
    stream_test(
      async (t) => {
        const error = makeError();
        const { from, to, piped, written } = await start({ preventAbort });
        from.controller.error(error);
        await promise_rejects_exactly(t, error, piped);
        assert_calls(to.calls, [...written, ...(preventAbort ? [] : [["abort", error]])]);
        assert_false(from.stream.locked || to.stream.locked, "locks");
      },
      `${situation}: the source is errored, preventAbort ${preventAbort}`,
      { requirements: [noRoom ? "pipe-forward-error-no-room" : "pipe-forward-error"] },
    );
  }

  for (const preventCancel of [false, true]) {
    stream_test(
      async (t) => {
        const error = makeError();
        const { from, to, piped, written } = await start({ preventCancel });
        to.controller.error(error);
        await promise_rejects_exactly(t, error, piped);
        assert_calls(to.calls, written);
        assert_calls(cancels(from), preventCancel ? [] : [["cancel", error]]);
        assert_false(from.stream.locked || to.stream.locked, "locks");
      },
      `${situation}: the destination is errored, preventCancel ${preventCancel}`,
      { requirements: ["pipe-backward-error", "pipe-backward-error-prevented"] },
    );
  }

  stream_test(
    async (t) => {
      const abort = new AbortController();
      const { from, to, piped, written } = await start({ signal: abort.signal });
      abort.abort("why");
      await promise_rejects_exactly(t, "why", piped);
      assert_calls(cancels(from), [["cancel", "why"]]);
      assert_calls(to.calls, [...written, ["abort", "why"]]);
    },
    `${situation}: the signal is aborted`,
    { requirements: ["pipe-signal-later"] },
  );

  stream_test(
    async (t) => {
      const error = makeError("of the source");
      const { from, to, piped } = await start({});
      from.controller.error(error);
      to.controller.error(makeError("of the destination"));
      await promise_rejects_exactly(t, error, piped);
      assert_calls(cancels(from), []);
    },
    `${situation}: the source is errored just before the destination`,
    { requirements: ["pipe-precedence"] },
  );
}

stream_test(
  async (t) => {
    const error = makeError("from cancel");
    const source = new ReadableStream({ cancel: () => Promise.reject(error) });
    const destination = new WritableStream();
    await destination.close();
    await promise_rejects_exactly(t, error, source.pipeTo(destination));
  },
  "when the cancel for a closed destination fails, the pipe is rejected with its error",
  { requirements: ["pipe-backward-close-fails"] },
);

stream_test(
  async (t) => {
    const error = makeError("from cancel");
    const source = new ReadableStream({
      cancel() {
        throw error;
      },
    });
    const destination = new WritableStream({ close: never });
    destination.close();
    await promise_rejects_exactly(t, error, source.pipeTo(destination));
  },
  "when the cancel for a closing destination throws, the pipe is rejected with its error",
  { requirements: ["pipe-backward-close-fails"] },
);

stream_test(
  async () => {
    const canceling = deferred();
    const source = new ReadableStream({ cancel: () => canceling.promise });
    const destination = new WritableStream();
    await destination.close();
    const piped = source.pipeTo(destination);
    await assert_state(piped, "pending");
    assert_true(source.locked, "locked meanwhile");
    canceling.resolve();
    await assert_state(piped, "rejected");
    assert_false(source.locked, "unlocked afterwards");
  },
  "the pipe waits for the cancel for a closed destination",
  { requirements: ["pipe-backward-close", "pipe-released"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const aborting = deferred();
    const { stream } = tracedWritable({ abort: () => aborting.promise });
    const piped = erroredStream(error).pipeTo(stream);
    await assert_state(piped, "pending");
    aborting.resolve();
    await promise_rejects_exactly(t, error, piped);
  },
  "the pipe waits for the destination's abort",
  { requirements: ["pipe-forward-error", "pipe-forward-error-fails"] },
);

stream_test(
  async () => {
    const source = streamOf("a");
    const destination = new WritableStream();
    const locks = [];
    await source.pipeTo(destination).then(() => {
      locks.push(source.locked, destination.locked);
    });
    assert_array_equals(locks, [false, false]);
  },
  "both streams are unlocked when the promise of the pipe settles",
  { requirements: ["pipe-released"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const { calls, stream: destination } = tracedWritable({ write: never }, { highWaterMark: 9 });
    stream.pipeTo(destination);
    controller.enqueue("a");
    controller.enqueue("b");
    controller.close();
    await drain();
    assert_calls(calls, [["write", "a"]], "the close waits behind the writes");
    assert_true(destination.locked);
  },
  "a pipe whose writes never end does not close its destination",
  { requirements: ["pipe-order"] },
);

stream_test(
  async () => {
    // Its own output as input: each chunk goes round once until the counter ends it.
    const transform = (n, c) => (n < 3 ? c.enqueue(n + 1) : c.terminate());
    const stream = new TransformStream({ transform }, {}, { highWaterMark: 1 });
    const writer = stream.writable.getWriter();
    writer.write(0);
    writer.releaseLock();
    const piped = stream.readable.pipeTo(stream.writable);
    await assert_state(piped, "rejected");
  },
  "the sides of one transform stream can be piped into each other",
  { requirements: ["pipe-flow"] },
);

test(
  () => {
    const error = makeError();
    const pair = {
      get readable() {
        throw error;
      },
      writable: new WritableStream(),
    };
    const source = new ReadableStream();
    assert_throws_exactly(error, () => source.pipeThrough(pair));
    assert_false(source.locked);
  },
  "an exception from the pair's getter of readable is thrown by pipeThrough()",
  { requirements: ["pipe-through-getter-throws"] },
);

test(
  () => {
    const error = makeError();
    const pair = {
      readable: new ReadableStream(),
      get writable() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => new ReadableStream().pipeThrough(pair));
  },
  "an exception from the pair's getter of writable is thrown by pipeThrough()",
  { requirements: ["pipe-through-getter-throws"] },
);

for (const option of ["preventAbort", "preventCancel", "preventClose", "signal"]) {
  test(
    () => {
      const error = makeError();
      const options = {
        get [option]() {
          throw error;
        },
      };
      const pair = new TransformStream();
      assert_throws_exactly(error, () => new ReadableStream().pipeThrough(pair, options));
      assert_false(pair.writable.locked);
    },
    `an exception from the getter of ${option} is thrown by pipeThrough()`,
    { requirements: ["pipe-through-getter-throws"] },
  );
}
