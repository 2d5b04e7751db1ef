// META: title=ReadableStreamDefaultReader: reading and closed
// META: spec=https://streams.spec.whatwg.org/#default-reader-constructor
// META: spec=https://streams.spec.whatwg.org/#default-reader-read
// META: spec=https://streams.spec.whatwg.org/#generic-reader-closed
// META: script=../resources/streams.js
"use strict";

for (const value of [undefined, null, {}, "stream", () => {}]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new ReadableStreamDefaultReader(value));
    },
    `the constructor refuses ${format_value(value)}`,
    { requirements: ["reader-ctor-type"] },
  );
}

test(
  () => {
    const stream = new ReadableStream();
    new ReadableStreamDefaultReader(stream);
    assert_true(stream.locked);
  },
  "the constructor locks the stream",
  { requirements: ["reader-ctor-locks"] },
);

test(
  () => {
    const stream = new ReadableStream();
    stream.getReader();
    assert_throws_js(TypeError, () => new ReadableStreamDefaultReader(stream));
  },
  "the constructor refuses a locked stream",
  { requirements: ["reader-ctor-locked"] },
);

stream_test(
  async () => {
    const stream = new ReadableStream({
      type: "bytes",
      start: (c) => c.enqueue(new Uint8Array(2)),
    });
    const { value } = await new ReadableStreamDefaultReader(stream).read();
    assert_equals(value.byteLength, 2);
  },
  "the constructor takes a byte stream",
  { requirements: ["reader-ctor-bytes"] },
);

stream_test(
  async () => {
    const reader = streamOf("a", "b").getReader();
    assert_read(await reader.read(), "a");
    assert_read(await reader.read(), "b");
    assert_done(await reader.read());
    assert_done(await reader.read(), "read after the end");
  },
  "read() gives the chunks in order and then done for ever",
  { requirements: ["read-chunks"] },
);

stream_test(
  async () => {
    const result = await streamOf("a").getReader().read();
    assert_equals(Object.getPrototypeOf(result), Object.prototype, "prototype");
    assert_array_equals(Reflect.ownKeys(result).sort(), ["done", "value"], "keys");
    for (const key of ["value", "done"]) {
      const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(result, key);
      assert_array_equals([writable, enumerable, configurable], [true, true, true], key);
    }
  },
  "a read result is a plain object with own value and done",
  { requirements: ["read-result"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const reader = stream.getReader();
    const order = [];
    const reads = ["first", "second"].map((name) =>
      reader.read().then(({ value }) => order.push(name, value)),
    );
    controller.enqueue("a");
    controller.enqueue("b");
    await Promise.all(reads);
    assert_array_equals(order, ["first", "a", "second", "b"]);
  },
  "waiting reads are served in the order in which they were made",
  { requirements: ["read-order"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read()];
    controller.close();
    for (const result of await Promise.all(reads)) assert_done(result);
  },
  "a close ends all waiting reads",
  { requirements: ["read-close"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable();
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read()];
    const error = makeError();
    controller.error(error);
    for (const read of reads) await promise_rejects_exactly(t, error, read);
  },
  "an error rejects all waiting reads",
  { requirements: ["read-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedReadable();
    controller.enqueue("a");
    controller.error(error);
    const reader = stream.getReader();
    await promise_rejects_exactly(t, error, reader.read(), "first");
    await promise_rejects_exactly(t, error, reader.read(), "second");
  },
  "queued chunks are lost when the stream is errored",
  { requirements: ["read-errored", "error-drops-queue"] },
);

test(
  () => {
    const reader = new ReadableStream().getReader();
    assert_not_equals(reader.read(), reader.read());
  },
  "each read() gives a promise of its own",
  { requirements: ["read-own-promise"] },
);

test(
  () => {
    const reader = new ReadableStream().getReader();
    assert_equals(reader.closed, reader.closed);
  },
  "closed gives the same promise each time",
  { requirements: ["closed-same"] },
);

stream_test(
  async () => {
    const reader = new ReadableStream().getReader();
    await assert_state(reader.closed, "pending");
  },
  "closed is pending while the stream is readable",
  { requirements: ["closed-pending"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const { closed } = stream.getReader();
    controller.close();
    assert_equals(await closed, undefined);
  },
  "closed is fulfilled with undefined when the stream closes",
  { requirements: ["closed-fulfilled"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable();
    const { closed } = stream.getReader();
    const error = makeError();
    controller.error(error);
    await promise_rejects_exactly(t, error, closed);
  },
  "closed is rejected with the error of the stream",
  { requirements: ["closed-rejected"] },
);

stream_test(
  async () => {
    assert_equals(await streamOf().getReader().closed, undefined);
  },
  "closed is fulfilled from the start on a closed stream",
  { requirements: ["closed-fulfilled"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    await promise_rejects_exactly(t, error, erroredStream(error).getReader().closed);
  },
  "closed is rejected from the start on an errored stream",
  { requirements: ["closed-rejected"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const reader = stream.getReader();
    const order = [];
    reader.closed.then(() => order.push("closed"));
    reader.read().then(() => order.push("read"));
    controller.close();
    await drain();
    assert_array_equals(order, ["closed", "read"]);
  },
  "on close the closed promise settles before the waiting reads",
  { requirements: ["closed-before-reads-on-close", "order-close"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const reader = stream.getReader();
    const order = [];
    reader.closed.catch(() => order.push("closed"));
    reader.read().catch(() => order.push("read"));
    controller.error(makeError());
    await drain();
    assert_array_equals(order, ["closed", "read"]);
  },
  "on error the closed promise settles before the waiting reads",
  { requirements: ["closed-before-reads-on-error"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    stream.getReader();
    controller.error(makeError());
    await drain();
    // An unhandled rejection here would be a harness error.
    assert_equals(controller.desiredSize, null);
  },
  "a rejected closed promise nobody looks at is not an unhandled rejection",
  { requirements: ["closed-handled"] },
);
