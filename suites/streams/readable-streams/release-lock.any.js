// META: title=Locking and releasing a readable stream
// META: spec=https://streams.spec.whatwg.org/#rs-get-reader
// META: spec=https://streams.spec.whatwg.org/#rs-locked
// META: spec=https://streams.spec.whatwg.org/#default-reader-release-lock
// META: script=../resources/streams.js
"use strict";

for (const [name, options] of [
  ["no options", undefined],
  ["null options", null],
  ["empty options", {}],
  ["mode undefined", { mode: undefined }],
]) {
  test(
    () => {
      const reader = new ReadableStream().getReader(options);
      assert_true(reader instanceof ReadableStreamDefaultReader);
    },
    `getReader() with ${name} gives a default reader`,
    { requirements: ["get-reader-default"] },
  );
}

for (const mode of ["", "default", "BYOB", null, 1, {}]) {
  test(
    () => {
      const stream = new ReadableStream({ type: "bytes" });
      assert_throws_js(TypeError, () => stream.getReader({ mode }));
      assert_false(stream.locked);
    },
    `getReader() refuses mode ${format_value(mode)}`,
    { requirements: ["get-reader-mode-enum"] },
  );
}

test(
  () => {
    assert_throws_js(TypeError, () => new ReadableStream().getReader("byob"));
  },
  "getReader() refuses options that are not an object",
  { requirements: ["get-reader-options-dictionary"] },
);

test(
  () => {
    const stream = new ReadableStream();
    assert_throws_js(TypeError, () => stream.getReader({ mode: "byob" }));
    assert_false(stream.locked);
  },
  "getReader() refuses a BYOB reader for a stream without a byte controller",
  { requirements: ["get-reader-byob-needs-bytes"] },
);

test(
  () => {
    const stream = new ReadableStream();
    stream.getReader();
    assert_throws_js(TypeError, () => stream.getReader());
  },
  "getReader() throws on a locked stream",
  { requirements: ["get-reader-locked"] },
);

test(
  () => {
    const error = makeError();
    const options = {
      get mode() {
        throw error;
      },
    };
    const stream = new ReadableStream();
    stream.getReader();
    assert_throws_exactly(error, () => stream.getReader(options));
  },
  "getReader() converts its options before it looks at the lock",
  { requirements: ["get-reader-options-first"] },
);

for (const [name, make] of [
  ["readable", () => new ReadableStream()],
  ["closed", () => streamOf()],
  ["errored", () => erroredStream(makeError())],
]) {
  test(
    () => {
      const stream = make();
      assert_false(stream.locked, "at first");
      const reader = stream.getReader();
      assert_true(stream.locked, "with a reader");
      assert_equals(reader.releaseLock(), undefined, "return value");
      assert_false(stream.locked, "after the release");
      stream.getReader();
      assert_true(stream.locked, "with a second reader");
    },
    `locked follows getReader() and releaseLock() on a ${name} stream`,
    { requirements: ["rs-locked", "release-unlocks"] },
  );

  stream_test(
    async (t) => {
      const reader = make().getReader();
      reader.releaseLock();
      await promise_rejects_js(t, TypeError, reader.closed);
    },
    `releaseLock() on a ${name} stream leaves closed rejected with a TypeError`,
    { requirements: ["release-closed", "release-closed-replaced"] },
  );
}

stream_test(
  async (t) => {
    const reader = new ReadableStream().getReader();
    const { closed } = reader;
    reader.releaseLock();
    assert_equals(reader.closed, closed);
    await promise_rejects_js(t, TypeError, closed);
  },
  "releaseLock() rejects the closed promise of a readable stream",
  { requirements: ["release-closed"] },
);

stream_test(
  async () => {
    const reader = streamOf().getReader();
    const { closed } = reader;
    reader.releaseLock();
    assert_not_equals(reader.closed, closed);
    assert_equals(await closed, undefined);
  },
  "releaseLock() replaces the closed promise of a closed stream",
  { requirements: ["release-closed-replaced"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const reader = erroredStream(error).getReader();
    const { closed } = reader;
    reader.releaseLock();
    assert_not_equals(reader.closed, closed);
    await promise_rejects_exactly(t, error, closed);
  },
  "releaseLock() replaces the closed promise of an errored stream",
  { requirements: ["release-closed-replaced"] },
);

stream_test(
  async (t) => {
    const reader = streamOf("a").getReader();
    reader.releaseLock();
    await promise_rejects_js(t, TypeError, reader.read(), "read()");
    await promise_rejects_js(t, TypeError, reader.cancel(), "cancel()");
  },
  "read() and cancel() on a released reader give a TypeError",
  { requirements: ["released-read", "released-cancel"] },
);

test(
  () => {
    const stream = new ReadableStream();
    const first = stream.getReader();
    first.releaseLock();
    stream.getReader();
    assert_equals(first.releaseLock(), undefined);
    assert_true(stream.locked);
  },
  "a second releaseLock() does nothing to the lock of another reader",
  { requirements: ["release-twice"] },
);

stream_test(
  async (t) => {
    const { stream } = tracedReadable();
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read()];
    reader.releaseLock();
    assert_false(stream.locked);
    for (const read of reads) await promise_rejects_js(t, TypeError, read);
  },
  "releaseLock() rejects waiting reads with a TypeError",
  { requirements: ["release-reads"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const first = stream.getReader();
    const lost = first.read();
    lost.catch(() => {});
    first.releaseLock();
    const read = stream.getReader().read();
    controller.enqueue("a");
    assert_read(await read, "a");
  },
  "a chunk is not lost to a read that a release has rejected",
  { requirements: ["release-reads"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const first = stream.getReader();
    first.releaseLock();
    const second = stream.getReader();
    controller.close();
    await assert_state(first.closed, "rejected");
    assert_equals(await second.closed, undefined);
  },
  "a released reader no longer follows the stream",
  { requirements: ["release-detaches"] },
);
