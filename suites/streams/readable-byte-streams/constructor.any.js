// META: title=ReadableStream constructor with type bytes
// META: spec=https://streams.spec.whatwg.org/#rs-constructor
// META: spec=https://streams.spec.whatwg.org/#set-up-readable-byte-stream-controller-from-underlying-source
// META: script=../resources/streams.js
"use strict";

test(
  () => {
    const { controller } = tracedBytes();
    assert_true(controller instanceof ReadableByteStreamController);
  },
  "start gets a byte controller",
  { requirements: ["bytes-controller"] },
);

test(
  () => {
    assert_equals(tracedBytes().controller.desiredSize, 0);
  },
  "the default high water mark is 0",
  { requirements: ["bytes-default-hwm"] },
);

test(
  () => {
    const size = () => 1;
    assert_throws_js(RangeError, () => new ReadableStream({ type: "bytes" }, { size }));
  },
  "a strategy with size() is a RangeError",
  { requirements: ["bytes-no-size"] },
);

test(
  () => {
    const strategy = new ByteLengthQueuingStrategy({ highWaterMark: 1 });
    assert_throws_js(RangeError, () => new ReadableStream({ type: "bytes" }, strategy));
  },
  "a ByteLengthQueuingStrategy is a RangeError, because it has size()",
  { requirements: ["bytes-no-size"] },
);

test(
  () => {
    new ReadableStream({ type: "bytes" }, { size: undefined });
  },
  "size set to undefined counts as missing",
  { requirements: ["bytes-no-size"] },
);

for (const highWaterMark of [-1, NaN, -Infinity, "many"]) {
  test(
    () => {
      assert_throws_js(RangeError, () => new ReadableStream({ type: "bytes" }, { highWaterMark }));
    },
    `high water mark ${format_value(highWaterMark)} is a RangeError`,
    { requirements: ["bytes-hwm-invalid"] },
  );
}

for (const [highWaterMark, desiredSize] of [
  [Infinity, Infinity],
  [2.5, 2.5],
  ["7", 7],
  [null, 0],
]) {
  test(
    () => {
      assert_equals(tracedBytes({}, { highWaterMark }).controller.desiredSize, desiredSize);
    },
    `high water mark ${format_value(highWaterMark)} gives desiredSize ${desiredSize}`,
    { requirements: ["bytes-hwm-converted"] },
  );
}

for (const autoAllocateChunkSize of [0, -1, 0.5, NaN, Infinity, null, "x", 2 ** 53]) {
  test(
    () => {
      assert_throws_js(
        TypeError,
        () => new ReadableStream({ type: "bytes", autoAllocateChunkSize }),
      );
    },
    `autoAllocateChunkSize ${format_value(autoAllocateChunkSize)} is a TypeError`,
    { requirements: ["bytes-auto-range", "bytes-auto-zero"] },
  );
}

for (const [autoAllocateChunkSize, size] of [
  ["16", 16],
  [1.9, 1],
  [true, 1],
]) {
  stream_test(
    async () => {
      let byteLength;
      const pull = (c) => {
        byteLength = c.byobRequest.view.byteLength;
        c.close();
        c.byobRequest.respond(0);
      };
      const { stream } = tracedBytes({ pull, autoAllocateChunkSize });
      await stream.getReader().read();
      assert_equals(byteLength, size);
    },
    `autoAllocateChunkSize ${format_value(autoAllocateChunkSize)} counts as ${size}`,
    { requirements: ["bytes-auto-converted"] },
  );
}

test(
  () => {
    assert_throws_js(TypeError, () => new ReadableStream({ autoAllocateChunkSize: -1 }));
  },
  "autoAllocateChunkSize is converted for other streams too",
  { requirements: ["bytes-auto-range"] },
);

test(
  () => {
    assert_true(new ReadableStream({ autoAllocateChunkSize: 0 }) instanceof ReadableStream);
  },
  "autoAllocateChunkSize 0 is not looked at for other streams",
  { requirements: ["bytes-auto-ignored"] },
);

test(
  () => {
    const error = makeError();
    const start = () => {
      throw error;
    };
    assert_throws_exactly(error, () => new ReadableStream({ type: "bytes", start }));
  },
  "an exception from start is thrown by the constructor",
  { requirements: ["bytes-start-throws"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedBytes({ start: () => Promise.reject(error) });
    const reader = stream.getReader({ mode: "byob" });
    await promise_rejects_exactly(t, error, reader.read(new Uint8Array(1)));
  },
  "a rejected promise from start errors the stream",
  { requirements: ["bytes-start-rejects"] },
);

test(
  () => {
    let started = false;
    const start = () => {
      started = true;
    };
    const source = { type: "bytes", start, autoAllocateChunkSize: 0 };
    assert_throws_js(TypeError, () => new ReadableStream(source));
    assert_false(started);
  },
  "autoAllocateChunkSize is checked before start is called",
  { requirements: ["bytes-auto-zero"] },
);

stream_test(
  async () => {
    // The fourth pull, which should not come, ends the stream.
    const pull = (c) => (calls.length < 4 ? c.enqueue(new Uint8Array(2)) : c.close());
    const { calls } = tracedBytes({ pull }, { highWaterMark: 5 });
    await drain();
    assert_calls(calls, ["pull", "pull", "pull"]);
  },
  "pull is called until the queue holds high water mark bytes",
  { requirements: ["byte-pull"] },
);
