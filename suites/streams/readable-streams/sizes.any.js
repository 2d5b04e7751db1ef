// META: title=When a readable stream measures, and what it counts
// META: spec=https://streams.spec.whatwg.org/#readable-stream-default-controller-enqueue
// META: spec=https://streams.spec.whatwg.org/#readable-stream-default-controller-clear-algorithms
// META: spec=https://streams.spec.whatwg.org/#make-size-algorithm-from-size-function
// META: script=../resources/streams.js
"use strict";

function measured(source = {}) {
  const sized = [];
  const size = (chunk) => {
    sized.push(chunk);
    return 1;
  };
  const trace = tracedReadable(source, { size, highWaterMark: 5 });
  trace.sized = sized;
  return trace;
}

for (const [name, end] of [
  ["close()", ({ controller }) => controller.close()],
  [
    "a close that waits for the queue",
    ({ controller }) => {
      controller.enqueue("a");
      controller.close();
    },
  ],
  ["error()", ({ controller }) => controller.error(makeError())],
  ["cancel()", ({ stream }) => stream.cancel()],
]) {
  test(
    () => {
      const trace = measured();
      end(trace);
      trace.sized.length = 0;
      assert_throws_js(TypeError, () => trace.controller.enqueue("late"));
      assert_array_equals(trace.sized, []);
    },
    `size() is not called after ${name}`,
    { requirements: ["cancel-clears-algorithms", "enqueue-after-end"] },
  );
}

test(
  () => {
    const { controller, sized } = measured();
    for (const chunk of ["a", "b", "a"]) controller.enqueue(chunk);
    assert_array_equals(sized, ["a", "b", "a"]);
  },
  "size() is called once for each chunk that is queued, in order",
  { requirements: ["size-call"] },
);

stream_test(
  async () => {
    const { controller, sized, stream } = measured();
    controller.enqueue("a");
    await stream.getReader().read();
    assert_array_equals(sized, ["a"]);
  },
  "size() is not called when a chunk is read",
  { requirements: ["size-call"] },
);

stream_test(
  async () => {
    let next = 3;
    const { controller, stream } = tracedReadable({}, { size: () => next, highWaterMark: 10 });
    controller.enqueue("a");
    next = 1;
    assert_equals(controller.desiredSize, 7);
    await stream.getReader().read();
    assert_equals(controller.desiredSize, 10, "the size at the time of enqueue() is given back");
  },
  "the size of a chunk is that at the time of enqueue()",
  { requirements: ["controller-desired-size-read"] },
);

for (const [name, strategy] of [
  ["no strategy", undefined],
  ["an empty strategy", {}],
  ["size undefined", { size: undefined }],
]) {
  test(
    () => {
      const { controller } = tracedReadable({}, strategy);
      controller.enqueue({ byteLength: 100 });
      controller.enqueue("a");
      assert_equals(controller.desiredSize, -1);
    },
    `with ${name} every chunk counts as 1`,
    { requirements: ["size-default", "controller-default-hwm"] },
  );
}

test(
  () => {
    const strategy = { highWaterMark: 4 };
    const { controller } = tracedReadable({}, strategy);
    strategy.highWaterMark = 9;
    strategy.size = () => 3;
    controller.enqueue("a");
    assert_equals(controller.desiredSize, 3);
  },
  "the strategy is read once, at construction",
  { requirements: ["rs-member-order", "size-default"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable({}, { size: () => 0, highWaterMark: 1 });
    for (let i = 0; i < 5; i++) controller.enqueue(i);
    assert_equals(controller.desiredSize, 1);
    controller.close();
    assert_equals((await readAll(stream)).length, 5);
  },
  "chunks of size 0 are queued like others",
  { requirements: ["size-fraction"] },
);

stream_test(
  async () => {
    // In floating point 0.7 + 0.1 - 0.7 - 0.1 is less than 0, which DequeueValue makes 0.
    const { controller, stream } = tracedReadable({}, { size: (n) => n, highWaterMark: 0 });
    controller.enqueue(0.7);
    controller.enqueue(0.1);
    const reader = stream.getReader();
    await reader.read();
    await reader.read();
    assert_equals(controller.desiredSize, 0);
  },
  "rounding of sizes never makes the queue's size negative",
  { requirements: ["size-fraction", "controller-desired-size-read"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const reader = stream.getReader();
    let closed = false;
    reader.closed.then(() => {
      closed = true;
    });
    controller.close();
    await undefined;
    assert_true(closed);
    assert_equals(controller.desiredSize, 0);
  },
  "close() with an empty queue closes the stream at once",
  { requirements: ["close-empty"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    controller.enqueue("a");
    controller.close();
    assert_true(stream.locked === false && controller.desiredSize === 0);
    const chunks = await readAll(stream);
    assert_array_equals(chunks, ["a"]);
  },
  "close() with chunks queued lets them be read",
  { requirements: ["close-waits-for-queue", "controller-desired-size-closing"] },
);

test(
  () => {
    const stream = new ReadableStream({ type: "bytes" });
    const reader = stream.getReader({ mode: { toString: () => "byob" } });
    assert_true(reader instanceof ReadableStreamBYOBReader);
  },
  "the mode of getReader() is converted to a string",
  { requirements: ["get-reader-mode-string"] },
);

for (const start of ["enqueue", "close", "error"]) {
  stream_test(
    async () => {
      const error = makeError();
      const stream = new ReadableStream({
        start(c) {
          if (start === "enqueue") c.enqueue("a");
          else if (start === "close") c.close();
          else c.error(error);
        },
      });
      const reader = stream.getReader();
      const result = await reader.read().then(
        ({ value, done }) => (done ? "close" : value),
        (e) => e,
      );
      assert_equals(result, { enqueue: "a", close: "close", error }[start]);
    },
    `start may call ${start}()`,
    { requirements: ["start-reenter"] },
  );
}

// What tee() reads.

stream_test(
  async () => {
    const { controller, stream } = tracedReadable({}, { highWaterMark: 0 });
    const readers = stream.tee().map((branch) => branch.getReader());
    const reads = readers.flatMap((reader) => [reader.read(), reader.read()]);
    await drain();
    controller.enqueue("a");
    controller.enqueue("b");
    // With a second read pending, the second chunk would have passed by the queue.
    assert_equals(controller.desiredSize, -1);
    const results = await Promise.all(reads);
    assert_array_equals(
      results.map(({ value }) => value),
      ["a", "b", "a", "b"],
    );
  },
  "tee() has one read of its stream pending at a time",
  { requirements: ["tee-one-read"] },
);
