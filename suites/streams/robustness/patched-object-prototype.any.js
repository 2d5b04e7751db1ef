// META: title=Streams while the program has put something on Object.prototype
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
// META: spec=https://streams.spec.whatwg.org/#readable-stream-fulfill-read-request
// META: script=../resources/streams.js
"use strict";

// Runs `inside`, which has to be synchronous, while Object.prototype has the properties.
function onObjects(properties, inside) {
  const descriptors = Object.getOwnPropertyDescriptors(properties);
  for (const key of Object.keys(descriptors)) descriptors[key].configurable = true;
  Object.defineProperties(Object.prototype, descriptors);
  try {
    return inside();
  } finally {
    for (const key of Object.keys(properties)) delete Object.prototype[key];
  }
}

test(
  () => {
    const { controller } = onObjects({ highWaterMark: 7 }, () => tracedReadable({}, {}));
    assert_equals(controller.desiredSize, 7);
  },
  "a strategy inherits highWaterMark from Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

test(
  () => {
    const stream = onObjects({ highWaterMark: 7 }, () => new WritableStream());
    assert_equals(stream.getWriter().desiredSize, 1);
  },
  "an absent strategy does not inherit highWaterMark from Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

for (const [name, construct] of [
  ["ReadableStream", () => new ReadableStream()],
  ["WritableStream", () => new WritableStream()],
  ["TransformStream", () => new TransformStream()],
]) {
  test(
    () => {
      let called = false;
      const start = () => {
        called = true;
      };
      onObjects({ start }, construct);
      assert_false(called);
    },
    `${name} without argument does not call a start of Object.prototype`,
    { requirements: ["patched-object-prototype"] },
  );
}

test(
  () => {
    let called = false;
    const start = () => {
      called = true;
    };
    onObjects({ start }, () => new ReadableStream({}));
    assert_true(called);
  },
  "an underlying source inherits start from Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

test(
  () => {
    const stream = new ReadableStream({ type: "bytes" });
    const reader = onObjects({ mode: "byob" }, () => stream.getReader());
    assert_true(reader instanceof ReadableStreamDefaultReader);
  },
  "getReader() without options does not look at Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await onObjects({ preventClose: true }, () => streamOf().pipeTo(stream));
    assert_calls(calls, ["close"]);
  },
  "pipeTo() without options does not look at Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedWritable();
    await onObjects({ preventClose: true }, () => streamOf().pipeTo(stream, {}));
    assert_calls(calls, []);
  },
  "the options of pipeTo() inherit from Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const iterator = onObjects({ preventCancel: true }, () => stream.values());
    await iterator.return();
    assert_equals(calls.length, 1);
  },
  "values() without options does not look at Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array(1));
    const reader = stream.getReader({ mode: "byob" });
    const read = onObjects({ min: 2 }, () => reader.read(new Uint8Array(2)));
    assert_equals((await read).value.byteLength, 1);
  },
  "read() into a view without options does not look at Object.prototype",
  { requirements: ["patched-object-prototype"] },
);

stream_test(
  async () => {
    const reader = streamOf("a").getReader();
    const ignore = { get: () => "?", set: () => {}, enumerable: true };
    const setters = Object.defineProperties({}, { value: ignore, done: ignore });
    const read = onObjects(setters, () => reader.read());
    const result = await read;
    assert_true(Object.hasOwn(result, "value") && Object.hasOwn(result, "done"), "own properties");
    assert_read(result, "a");
  },
  "setters of value and done on Object.prototype are not called for a read result",
  { requirements: ["patched-object-prototype", "read-result"] },
);

stream_test(
  async () => {
    const { stream } = tracedReadable({ pull: countUp() }, { highWaterMark: 0 });
    const strategy = { highWaterMark: 9, size: () => 9, start: assert_unreached };
    const [branch] = onObjects(strategy, () => stream.tee());
    assert_read(await branch.getReader().read(), 0);
  },
  "tee() does not look at Object.prototype for its branches",
  { requirements: ["patched-object-prototype"] },
);
