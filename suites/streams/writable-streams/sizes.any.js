// META: title=When a writable stream measures, and in which order its constructor looks at things
// META: spec=https://streams.spec.whatwg.org/#writable-stream-default-controller-get-chunk-size
// META: spec=https://streams.spec.whatwg.org/#writable-stream-default-controller-clear-algorithms
// META: spec=https://streams.spec.whatwg.org/#ws-constructor
// META: script=../resources/streams.js
"use strict";

function measured(sink = {}) {
  const sized = [];
  const size = (chunk) => {
    sized.push(chunk);
    return 1;
  };
  const trace = tracedWritable(sink, { size, highWaterMark: 5 });
  trace.sized = sized;
  trace.writer = trace.stream.getWriter();
  return trace;
}

for (const [name, end] of [
  ["error()", ({ controller }) => controller.error(makeError())],
  ["close() has finished", ({ writer }) => writer.close()],
  ["abort() has finished", ({ writer }) => writer.abort(makeError())],
]) {
  stream_test(
    async () => {
      const trace = measured();
      await drain();
      await end(trace);
      await drain();
      const written = trace.writer.write("late");
      await assert_state(written, "rejected");
      assert_array_equals(trace.sized, []);
    },
    `size() is not called after ${name}`,
    { requirements: ["size-not-after-end"] },
  );
}

stream_test(
  async () => {
    const trace = measured({ close: () => new Promise(() => {}) });
    trace.writer.close();
    await drain();
    await assert_state(trace.writer.write("late"), "rejected");
    assert_array_equals(trace.sized, []);
  },
  "size() is not called while the sink closes",
  { requirements: ["size-not-after-end", "write-while-closing"] },
);

stream_test(
  async () => {
    const { sized, writer } = measured();
    await Promise.all(["a", "b", "a"].map((chunk) => writer.write(chunk)));
    assert_array_equals(sized, ["a", "b", "a"]);
  },
  "size() is called once for each chunk, in order",
  { requirements: ["size-call"] },
);

test(
  () => {
    const { sized, writer } = measured();
    writer.write("a");
    assert_array_equals(sized, ["a"]);
  },
  "size() is called by write(), at once",
  { requirements: ["size-call", "writer-desired-size"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const size = () => {
      throw error;
    };
    const { calls, stream } = tracedWritable({}, { size });
    const writer = stream.getWriter();
    const written = writer.write("a");
    assert_equals(writer.desiredSize, null, "desiredSize");
    await promise_rejects_exactly(t, error, written, "write()");
    await promise_rejects_exactly(t, error, writer.ready, "ready");
    await promise_rejects_exactly(t, error, writer.closed, "closed");
    assert_calls(calls, []);
  },
  "an exception from size() rejects the write and errors the stream; the sink is not called",
  { requirements: ["write-size-throws"] },
);

for (const [name, strategy] of [
  ["no strategy", undefined],
  ["an empty strategy", {}],
  ["size undefined", { size: undefined }],
]) {
  test(
    () => {
      const writer = tracedWritable({}, strategy).stream.getWriter();
      writer.write({ byteLength: 100 });
      writer.write("a");
      assert_equals(writer.desiredSize, -1);
    },
    `with ${name} every chunk counts as 1`,
    { requirements: ["size-default"] },
  );
}

test(
  () => {
    const strategy = { highWaterMark: 4 };
    const writer = tracedWritable({}, strategy).stream.getWriter();
    strategy.highWaterMark = 9;
    strategy.size = () => 3;
    writer.write("a");
    assert_equals(writer.desiredSize, 3);
  },
  "the strategy is read once, at construction",
  { requirements: ["ws-member-order", "size-default"] },
);

for (const member of ["start", "write", "close", "abort", "type"]) {
  test(
    () => {
      const error = makeError();
      const sink = {
        get [member]() {
          throw error;
        },
      };
      assert_throws_exactly(error, () => new WritableStream(sink));
    },
    `an exception from the getter of ${member} is passed on`,
    { requirements: ["ws-member-getter-throws"] },
  );
}

for (const member of ["size", "highWaterMark"]) {
  test(
    () => {
      const error = makeError();
      const strategy = {
        get [member]() {
          throw error;
        },
      };
      assert_throws_exactly(error, () => new WritableStream({}, strategy));
    },
    `an exception from the strategy's getter of ${member} is passed on`,
    { requirements: ["ws-member-getter-throws"] },
  );
}

for (const highWaterMark of [-1, NaN, "x"]) {
  test(
    () => {
      let started = false;
      const start = () => {
        started = true;
      };
      assert_throws_js(RangeError, () => new WritableStream({ start }, { highWaterMark }));
      assert_false(started);
    },
    `high water mark ${format_value(highWaterMark)} is a RangeError, and start is not called`,
    { requirements: ["ws-ctor-hwm-before-start", "hwm-invalid"] },
  );
}

for (const member of ["start", "write", "close", "abort"]) {
  test(
    () => {
      assert_true(new WritableStream({ [member]: undefined }) instanceof WritableStream);
    },
    `${member} set to undefined counts as missing`,
    { requirements: ["ws-sink-callable"] },
  );
}

stream_test(
  async () => {
    const calls = [];
    const prototype = {
      write(chunk) {
        calls.push(chunk, this);
      },
    };
    const sink = Object.create(prototype);
    await new WritableStream(sink).getWriter().write("a");
    assert_array_equals(calls, ["a", sink]);
  },
  "methods are found along the sink's prototype chain",
  { requirements: ["ws-sink-captured"] },
);

for (const [name, make] of [
  ["writable", () => new WritableStream()],
  [
    "closed",
    () => {
      const stream = new WritableStream();
      stream.close();
      return stream;
    },
  ],
  ["errored", () => new WritableStream({ start: (c) => c.error(makeError()) })],
]) {
  stream_test(
    async () => {
      const stream = make();
      await drain();
      assert_false(stream.locked, "at first");
      const writer = stream.getWriter();
      assert_true(stream.locked, "with a writer");
      writer.releaseLock();
      assert_false(stream.locked, "after the release");
      stream.getWriter();
      assert_true(stream.locked, "with a second writer");
    },
    `locked follows getWriter() and releaseLock() on a ${name} stream`,
    { requirements: ["ws-locked", "ws-get-writer"] },
  );
}
