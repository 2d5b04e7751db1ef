// META: title=Closing a writable stream
// META: spec=https://streams.spec.whatwg.org/#ws-close
// META: spec=https://streams.spec.whatwg.org/#default-writer-close
// META: spec=https://streams.spec.whatwg.org/#default-writer-closed
// META: spec=https://streams.spec.whatwg.org/#writable-stream-finish-in-flight-close
// META: script=../resources/streams.js
"use strict";

for (const [name, close] of [
  ["stream.close()", (stream) => stream.close()],
  ["writer.close()", (stream) => stream.getWriter().close()],
]) {
  stream_test(
    async () => {
      const seen = [];
      const sink = {
        close(...args) {
          seen.push(this, args.length);
          return "ignored";
        },
      };
      assert_equals(await close(new WritableStream(sink)), undefined);
      assert_array_equals(seen, [sink, 0]);
    },
    `${name} calls close on the sink without arguments and is fulfilled with undefined`,
    { requirements: ["close-arguments", "close-result"] },
  );

  stream_test(
    async () => {
      const closing = deferred();
      const { stream } = tracedWritable({ close: () => closing.promise });
      const closed = close(stream);
      await assert_state(closed, "pending");
      closing.resolve();
      await closed;
    },
    `${name} waits for the promise of the sink's close`,
    { requirements: ["close-result"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { calls, stream } = tracedWritable({
        close() {
          throw error;
        },
      });
      await promise_rejects_exactly(t, error, close(stream));
      assert_calls(calls, ["close"]);
    },
    `${name} is rejected with what the sink's close throws, without a call of abort`,
    { requirements: ["close-fails"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { stream } = tracedWritable({ close: () => Promise.reject(error) });
      await promise_rejects_exactly(t, error, close(stream));
    },
    `${name} is rejected when the promise of the sink's close is`,
    { requirements: ["close-fails"] },
  );

  stream_test(
    async (t) => {
      const { calls, stream } = tracedWritable();
      await stream.close();
      await promise_rejects_js(t, TypeError, close(stream));
      assert_calls(calls, ["close"]);
    },
    `${name} on a closed stream is rejected with a TypeError`,
    { requirements: ["close-closed"] },
  );

  stream_test(
    async (t) => {
      const { controller, stream } = tracedWritable();
      controller.error(makeError());
      await drain();
      await promise_rejects_js(t, TypeError, close(stream));
    },
    `${name} on an errored stream is rejected with a TypeError, not with the error`,
    { requirements: ["close-closed"] },
  );

  stream_test(
    async (t) => {
      const { calls, stream } = tracedWritable();
      const first = stream.close();
      await promise_rejects_js(t, TypeError, close(stream));
      await first;
      assert_calls(calls, ["close"]);
    },
    `${name} while closing is rejected with a TypeError`,
    { requirements: ["close-closing"] },
  );
}

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    writer.write("a");
    writer.write("b");
    await writer.close();
    assert_calls(calls, [["write", "a"], ["write", "b"], "close"]);
  },
  "close comes after all chunks written before it",
  { requirements: ["close-after-writes"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    const writer = stream.getWriter();
    await drain();
    writer.close();
    assert_calls(calls, ["close"]);
  },
  "an idle sink is closed synchronously",
  { requirements: ["close-sync"] },
);

stream_test(
  async () => {
    const closing = deferred();
    const { stream } = tracedWritable({ close: () => closing.promise });
    const writer = stream.getWriter();
    writer.close();
    await assert_state(writer.closed, "pending");
    closing.resolve();
    assert_equals(await writer.closed, undefined);
  },
  "closed is fulfilled when the sink's close has finished",
  { requirements: ["close-closed-promise"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedWritable({ close: () => Promise.reject(error) });
    const writer = stream.getWriter();
    writer.close().catch(() => {});
    await promise_rejects_exactly(t, error, writer.closed);
  },
  "closed is rejected when the sink's close fails",
  { requirements: ["close-fails"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable();
    const writer = stream.getWriter();
    const promise = writer.close();
    assert_not_equals(promise, writer.closed);
    await Promise.all([promise, writer.closed]);
  },
  "close() gives a promise other than closed",
  { requirements: ["close-closed-promise"] },
);

stream_test(
  async () => {
    const stream = new WritableStream();
    const closed = stream.close();
    const writer = stream.getWriter();
    await Promise.all([closed, writer.closed]);
  },
  "a writer taken while the stream closes sees the end",
  { requirements: ["close-writer-later"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const writing = deferred();
    const { calls, controller, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    const written = writer.write("a");
    await drain();
    controller.error(error);
    const closed = writer.close();
    await assert_state(closed, "pending", "while the write is under way");
    writing.resolve();
    await written;
    await promise_rejects_exactly(t, error, closed);
    assert_calls(calls, [["write", "a"]]);
  },
  "close() on a stream about to be errored is rejected with the error",
  { requirements: ["close-erroring"] },
);

stream_test(
  async () => {
    const closing = deferred();
    const { controller, stream } = tracedWritable({ close: () => closing.promise });
    const writer = stream.getWriter();
    const closed = writer.close();
    await drain();
    controller.error(makeError());
    assert_equals(writer.desiredSize, null, "about to be errored");
    closing.resolve();
    await closed;
    await writer.closed;
    assert_equals(writer.desiredSize, 0, "closed");
  },
  "a close that succeeds wins over error() during it",
  { requirements: ["close-beats-error"] },
);
