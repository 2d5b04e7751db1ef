// META: title=How a pipe passes on closes
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: script=../resources/streams.js
"use strict";

const fail = (error) => () => Promise.reject(error);

// Truthy and falsy option values, as Web IDL converts them.
const on = [true, 1, "no", {}];
const off = [undefined, false, 0, ""];

// Forward: the source closes -> the destination is closed, unless preventClose.

for (const preventClose of off) {
  stream_test(
    async () => {
      const { calls, stream } = tracedWritable();
      assert_equals(await streamOf().pipeTo(stream, { preventClose }), undefined);
      assert_calls(calls, ["close"]);
    },
    `a closed source closes the destination with preventClose ${format_value(preventClose)}`,
    { requirements: ["pipe-forward-close", "pipe-options-boolean", "pipe-result"] },
  );
}

for (const preventClose of on) {
  stream_test(
    async () => {
      const { calls, stream } = tracedWritable();
      assert_equals(await streamOf("a").pipeTo(stream, { preventClose }), undefined);
      assert_calls(calls, [["write", "a"]]);
      assert_false(stream.locked);
    },
    `a closed source spares the destination with preventClose ${format_value(preventClose)}`,
    { requirements: ["pipe-forward-close-prevented", "pipe-options-boolean"] },
  );
}

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedWritable({ close: fail(error) });
    await promise_rejects_exactly(t, error, streamOf("a").pipeTo(stream));
  },
  "when the destination's close fails, the pipe is rejected with its error",
  { requirements: ["pipe-forward-close-fails"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, stream } = tracedWritable({ write: fail(error) }, { highWaterMark: 9 });
    await promise_rejects_exactly(t, error, streamOf("a").pipeTo(stream));
    assert_calls(calls, [["write", "a"]]);
  },
  "when the last write fails, the destination is not closed",
  { requirements: ["pipe-last-write-fails"] },
);

stream_test(
  async () => {
    const closing = deferred();
    const { stream } = tracedWritable({ close: () => closing.promise });
    const piped = streamOf().pipeTo(stream);
    await assert_state(piped, "pending");
    closing.resolve();
    await piped;
  },
  "the pipe waits for the destination's close",
  { requirements: ["pipe-forward-close-waits"] },
);

// Backward: the destination is closing or closed -> the source is canceled with a TypeError.

async function closingDestination() {
  const stream = new WritableStream({ close: () => new Promise(() => {}) });
  stream.close();
  await drain();
  return stream;
}

async function closedDestination() {
  const stream = new WritableStream();
  await stream.close();
  return stream;
}

for (const [name, make] of [
  ["closing", closingDestination],
  ["closed", closedDestination],
]) {
  stream_test(
    async (t) => {
      const source = tracedReadable({}, { highWaterMark: 0 });
      const destination = await make();
      const piped = source.stream.pipeTo(destination);
      await promise_rejects_js(t, TypeError, piped);
      const reason = await piped.catch((e) => e);
      assert_calls(cancels(source), [["cancel", reason]]);
    },
    `a ${name} destination cancels the source with the TypeError that rejects the pipe`,
    { requirements: ["pipe-backward-close"] },
  );

  stream_test(
    async (t) => {
      const source = tracedReadable({}, { highWaterMark: 0 });
      const destination = await make();
      const piped = source.stream.pipeTo(destination, { preventCancel: true });
      await promise_rejects_js(t, TypeError, piped);
      assert_calls(cancels(source), []);
    },
    `a ${name} destination spares the source with preventCancel`,
    { requirements: ["pipe-backward-close-prevented"] },
  );
}

for (const [name, make] of [
  ["closing", closingDestination],
  ["closed", closedDestination],
]) {
  stream_test(
    async () => {
      // pipeTo: "the user agent must check the below conditions ... before performing any reads".
      const source = tracedReadable({}, { highWaterMark: 0 });
      await assert_state(source.stream.pipeTo(await make()), "rejected");
      assert_false(source.calls.includes("pull"));
    },
    `nothing is read for a ${name} destination`,
    { requirements: ["pipe-checks-first"] },
  );
}

stream_test(
  async () => {
    assert_equals(await streamOf().pipeTo(await closedDestination()), undefined);
  },
  "a closed source piped to a closed destination is fine",
  { requirements: ["pipe-precedence"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedTransform();
    const options = { preventClose: true };
    streamOf().pipeThrough(stream, options);
    await drain();
    assert_calls(calls, []);
    assert_false(stream.writable.locked);
  },
  "pipeThrough() passes its options on",
  { requirements: ["pipe-through-options"] },
);
