// META: title=WritableStreamDefaultWriter: locking, releasing and the state a writer starts in
// META: spec=https://streams.spec.whatwg.org/#ws-get-writer
// META: spec=https://streams.spec.whatwg.org/#default-writer-constructor
// META: spec=https://streams.spec.whatwg.org/#default-writer-release-lock
// META: script=../resources/streams.js
"use strict";

for (const value of [undefined, null, {}, "stream"]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new WritableStreamDefaultWriter(value));
    },
    `the constructor refuses ${format_value(value)}`,
    { requirements: ["writer-ctor-type"] },
  );
}

test(
  () => {
    const stream = new WritableStream();
    assert_false(stream.locked);
    const writer = stream.getWriter();
    assert_true(writer instanceof WritableStreamDefaultWriter);
    assert_true(stream.locked);
    assert_throws_js(TypeError, () => stream.getWriter());
    assert_throws_js(TypeError, () => new WritableStreamDefaultWriter(stream));
  },
  "getWriter() locks the stream",
  { requirements: ["ws-get-writer", "ws-locked", "writer-ctor-locked"] },
);

test(
  () => {
    const stream = new WritableStream();
    const writer = new WritableStreamDefaultWriter(stream);
    assert_true(stream.locked);
    assert_throws_js(TypeError, () => new WritableStreamDefaultWriter(stream));
    assert_throws_js(TypeError, () => stream.getWriter());
    assert_equals(writer.desiredSize, 1, "the first writer still has the stream");
  },
  "new WritableStreamDefaultWriter() locks the stream",
  { requirements: ["ws-locked", "writer-ctor-locked"] },
);

stream_test(
  async (t) => {
    const { stream, calls } = tracedWritable();
    stream.getWriter();
    await promise_rejects_js(t, TypeError, stream.close(), "close()");
    await promise_rejects_js(t, TypeError, stream.abort(), "abort()");
    assert_calls(calls, []);
  },
  "close() and abort() of a locked stream are rejected with a TypeError",
  { requirements: ["ws-locked-close", "ws-locked-abort"] },
);

test(
  () => {
    const writer = new WritableStream().getWriter();
    assert_equals(writer.closed, writer.closed, "closed");
    assert_equals(writer.ready, writer.ready, "ready");
  },
  "closed and ready give the same promise until something changes",
  { requirements: ["writer-same-promises"] },
);

for (const [name, make, ready, closed, desiredSize] of [
  ["a new stream", () => tracedWritable().stream, "fulfilled", "pending", 1],
  [
    "a new stream with high water mark 0",
    () => tracedWritable({}, { highWaterMark: 0 }).stream,
    "pending",
    "pending",
    0,
  ],
  [
    "a stream whose queue is full",
    () => {
      const { stream } = tracedWritable({ write: () => new Promise(() => {}) });
      const writer = stream.getWriter();
      writer.write("a");
      writer.releaseLock();
      return stream;
    },
    "pending",
    "pending",
    0,
  ],
  [
    "a full stream with a close waiting",
    () => {
      const { stream } = tracedWritable({ write: () => new Promise(() => {}) });
      const writer = stream.getWriter();
      writer.write("a");
      writer.close();
      writer.releaseLock();
      return stream;
    },
    "fulfilled",
    "pending",
    0,
  ],
  [
    "a stream that waits for a write before it is errored",
    async () => {
      const { controller, stream } = tracedWritable({ write: () => new Promise(() => {}) });
      const writer = stream.getWriter();
      writer.write("a");
      await drain();
      controller.error(makeError());
      writer.releaseLock();
      return stream;
    },
    "rejected",
    "pending",
    null,
  ],
  [
    "a closed stream",
    async () => {
      const stream = new WritableStream();
      await stream.close();
      return stream;
    },
    "fulfilled",
    "fulfilled",
    0,
  ],
  [
    "an errored stream",
    async () => {
      const { controller, stream } = tracedWritable();
      controller.error(makeError());
      await drain();
      return stream;
    },
    "rejected",
    "rejected",
    null,
  ],
]) {
  stream_test(
    async () => {
      const writer = (await make()).getWriter();
      assert_equals(writer.desiredSize, desiredSize, "desiredSize");
      await assert_state(writer.ready, ready, "ready");
      await assert_state(writer.closed, closed, "closed");
    },
    `a writer of ${name}: ready ${ready}, closed ${closed}, desiredSize ${desiredSize}`,
    {
      requirements: [
        "writer-initial-writable",
        "writer-initial-erroring",
        "writer-initial-closed",
        "writer-initial-errored",
      ],
    },
  );
}

stream_test(
  async (t) => {
    const stream = new WritableStream();
    const writer = stream.getWriter();
    const { closed } = writer;
    assert_equals(writer.releaseLock(), undefined);
    assert_false(stream.locked);
    assert_equals(writer.closed, closed, "a pending closed promise is kept");
    await promise_rejects_js(t, TypeError, writer.closed, "closed");
    await promise_rejects_js(t, TypeError, writer.ready, "ready");
  },
  "releaseLock() unlocks the stream and rejects closed and ready with a TypeError",
  { requirements: ["writer-release-promises", "ws-locked"] },
);

stream_test(
  async () => {
    const writer = new WritableStream().getWriter();
    const { ready } = writer;
    writer.releaseLock();
    assert_not_equals(writer.ready, ready);
    assert_equals(await ready, undefined);
    writer.ready.catch(() => {});
  },
  "releaseLock() replaces a fulfilled ready promise",
  { requirements: ["writer-release-promises"] },
);

for (const [end, finish] of [
  ["closed", (writer) => writer.close()],
  ["errored", (writer) => writer.abort(makeError())],
]) {
  stream_test(
    async (t) => {
      const writer = new WritableStream().getWriter();
      finish(writer);
      const { closed } = writer;
      await closed.catch(() => {});
      const { ready } = writer;
      writer.releaseLock();
      assert_not_equals(writer.closed, closed, "closed");
      assert_not_equals(writer.ready, ready, "ready");
      await promise_rejects_js(t, TypeError, writer.closed, "closed");
      await promise_rejects_js(t, TypeError, writer.ready, "ready");
    },
    `releaseLock() replaces the settled promises of a writer whose stream is ${end}`,
    { requirements: ["writer-release-promises"] },
  );
}

stream_test(
  async (t) => {
    const writer = new WritableStream().getWriter();
    writer.releaseLock();
    assert_throws_js(TypeError, () => writer.desiredSize, "desiredSize");
    await promise_rejects_js(t, TypeError, writer.write("a"), "write()");
    await promise_rejects_js(t, TypeError, writer.close(), "close()");
    await promise_rejects_js(t, TypeError, writer.abort(), "abort()");
  },
  "a released writer cannot do anything",
  { requirements: ["writer-released"] },
);

test(
  () => {
    const stream = new WritableStream();
    const first = stream.getWriter();
    first.releaseLock();
    stream.getWriter();
    first.releaseLock();
    assert_true(stream.locked);
  },
  "a second releaseLock() does nothing to the lock of another writer",
  { requirements: ["writer-release-twice"] },
);

stream_test(
  async () => {
    const writing = deferred();
    const { calls, stream } = tracedWritable({ write: () => writing.promise });
    const writer = stream.getWriter();
    const writes = [writer.write("a"), writer.write("b")];
    const closed = writer.close();
    writer.releaseLock();
    writing.resolve();
    await Promise.all([...writes, closed]);
    assert_calls(calls, [["write", "a"], ["write", "b"], "close"]);
  },
  "writes and a close made before releaseLock() are carried out",
  { requirements: ["writer-release-queue"] },
);

stream_test(
  async () => {
    const stream = new WritableStream();
    const first = stream.getWriter();
    first.releaseLock();
    const second = stream.getWriter();
    await second.close();
    await assert_state(first.closed, "rejected");
    await second.closed;
  },
  "a released writer no longer follows the stream",
  { requirements: ["writer-release-detaches"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedWritable();
    const writer = stream.getWriter();
    controller.error(makeError());
    await drain();
    // An unhandled rejection here would be a harness error.
    assert_equals(writer.desiredSize, null);
  },
  "rejected ready and closed promises nobody looks at are not unhandled rejections",
  { requirements: ["writer-promises-handled"] },
);
