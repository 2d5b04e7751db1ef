// META: title=How streams use highWaterMark and size
// META: spec=https://streams.spec.whatwg.org/#validate-and-normalize-high-water-mark
// META: spec=https://streams.spec.whatwg.org/#make-size-algorithm-from-size-function
// META: spec=https://streams.spec.whatwg.org/#enqueue-value-with-size
// META: spec=https://streams.spec.whatwg.org/#writable-stream-default-controller-get-chunk-size
// META: script=../resources/streams.js
"use strict";

// The places a strategy goes to. start(strategy) gives { desiredSize(), put(chunk), closed }: put
// is a promise, so that both ways of failing look alike.
const places = {
  "readable stream": (strategy) => {
    const { controller, stream } = tracedReadable({}, strategy);
    return {
      desiredSize: () => controller.desiredSize,
      put: async (chunk) => controller.enqueue(chunk),
      closed: stream.getReader().closed,
    };
  },
  "writable stream": (strategy) => {
    const writer = tracedWritable({}, strategy).stream.getWriter();
    return {
      desiredSize: () => writer.desiredSize,
      put: (chunk) => writer.write(chunk),
      closed: writer.closed,
    };
  },
  "transform stream's readable side": (strategy) => {
    const { controller, stream } = tracedTransform({}, {}, strategy);
    return {
      desiredSize: () => controller.desiredSize,
      put: async (chunk) => controller.enqueue(chunk),
      closed: stream.readable.getReader().closed,
    };
  },
  "transform stream's writable side": (strategy) => {
    const { stream } = tracedTransform({}, strategy, { highWaterMark: 1 });
    const writer = stream.writable.getWriter();
    return {
      desiredSize: () => writer.desiredSize,
      put: (chunk) => writer.write(chunk),
      closed: writer.closed,
    };
  },
};

for (const [place, start] of Object.entries(places)) {
  for (const highWaterMark of [-1, NaN, "many"]) {
    test(
      () => {
        assert_throws_js(RangeError, () => start({ highWaterMark }));
      },
      `${place}: high water mark ${format_value(highWaterMark)} is a RangeError`,
      { requirements: ["hwm-invalid"] },
    );
  }

  for (const [highWaterMark, desiredSize] of [
    [0, 0],
    [0.5, 0.5],
    [Infinity, Infinity],
    ["3", 3],
    [null, 0],
  ]) {
    test(
      () => {
        assert_equals(start({ highWaterMark }).desiredSize(), desiredSize);
      },
      `${place}: high water mark ${format_value(highWaterMark)} counts as ${desiredSize}`,
      { requirements: ["hwm-converted"] },
    );
  }

  test(
    () => {
      assert_throws_js(TypeError, () => start({ highWaterMark: Symbol("hwm") }));
    },
    `${place}: a symbol as high water mark is a TypeError`,
    { requirements: ["hwm-converted"] },
  );

  test(
    () => {
      assert_throws_js(TypeError, () => start({ highWaterMark: 1n }));
    },
    `${place}: a bigint as high water mark is a TypeError`,
    { requirements: ["hwm-converted"] },
  );

  for (const size of [null, 1, {}]) {
    test(
      () => {
        assert_throws_js(TypeError, () => start({ size }));
      },
      `${place}: size set to ${format_value(size)} is a TypeError`,
      { requirements: ["size-callable"] },
    );
  }

  stream_test(
    async () => {
      const seen = [];
      const strategy = {
        highWaterMark: 5,
        size(...args) {
          seen.push(this, ...args);
          return 2;
        },
      };
      const stream = start(strategy);
      const chunk = {};
      stream.put(chunk);
      assert_equals(stream.desiredSize(), 3);
      assert_array_equals(seen, [undefined, chunk]);
    },
    `${place}: size() is called without this, with the chunk alone`,
    { requirements: ["size-call"] },
  );

  for (const size of [-1, NaN, Infinity, undefined, "big"]) {
    stream_test(
      async (t) => {
        const stream = start({ highWaterMark: 5, size: () => size });
        await promise_rejects_js(t, RangeError, stream.put("a"), "the chunk");
        await promise_rejects_js(t, RangeError, stream.closed, "closed");
        assert_equals(stream.desiredSize(), null);
      },
      `${place}: size() giving ${format_value(size)} errors it with a RangeError`,
      { requirements: ["size-invalid"] },
    );
  }

  for (const [size, desiredSize] of [
    [0, 5],
    ["2", 3],
    [null, 5],
    [0.25, 4.75],
  ]) {
    stream_test(
      async () => {
        const stream = start({ highWaterMark: 5, size: () => size });
        stream.put("a");
        assert_equals(stream.desiredSize(), desiredSize);
      },
      `${place}: size() giving ${format_value(size)} makes desiredSize ${desiredSize} of 5`,
      { requirements: ["size-fraction", "size-converted"] },
    );
  }

  stream_test(
    async (t) => {
      const error = makeError();
      const size = () => {
        throw error;
      };
      const stream = start({ highWaterMark: 5, size });
      await promise_rejects_exactly(t, error, stream.put("a"), "the chunk");
      await promise_rejects_exactly(t, error, stream.closed, "closed");
    },
    `${place}: an exception from size() errors it`,
    { requirements: ["size-throws"] },
  );

  stream_test(
    async (t) => {
      const stream = start({ highWaterMark: 5, size: () => Symbol("size") });
      await promise_rejects_js(t, TypeError, stream.put("a"));
      await promise_rejects_js(t, TypeError, stream.closed);
    },
    `${place}: size() giving a symbol errors it with a TypeError`,
    { requirements: ["size-converted"] },
  );

  stream_test(
    async (t) => {
      const stream = start({ highWaterMark: 5, size: () => 1n });
      await promise_rejects_js(t, TypeError, stream.put("a"));
      await promise_rejects_js(t, TypeError, stream.closed);
    },
    `${place}: size() giving a bigint errors it with a TypeError`,
    { requirements: ["size-converted"] },
  );
}
