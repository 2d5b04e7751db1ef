// META: title=In which order the constructor of TransformStream looks at things
// META: spec=https://streams.spec.whatwg.org/#ts-constructor
// META: spec=https://streams.spec.whatwg.org/#dictdef-transformer
// META: script=../resources/streams.js
"use strict";

for (const member of ["start", "transform", "flush", "cancel", "readableType", "writableType"]) {
  test(
    () => {
      const error = makeError();
      const transformer = {
        get [member]() {
          throw error;
        },
      };
      assert_throws_exactly(error, () => new TransformStream(transformer));
    },
    `an exception from the getter of ${member} is passed on`,
    { requirements: ["ts-member-getter-throws"] },
  );
}

for (const [side, index] of [
  ["writable", 1],
  ["readable", 2],
]) {
  for (const member of ["size", "highWaterMark"]) {
    test(
      () => {
        const error = makeError();
        const args = [{}, {}, {}];
        args[index] = {
          get [member]() {
            throw error;
          },
        };
        assert_throws_exactly(error, () => new TransformStream(...args));
      },
      `an exception from the ${side} strategy's getter of ${member} is passed on`,
      { requirements: ["ts-member-getter-throws"] },
    );
  }
}

for (const member of ["start", "transform", "flush", "cancel"]) {
  test(
    () => {
      assert_true(new TransformStream({ [member]: undefined }) instanceof TransformStream);
    },
    `${member} set to undefined counts as missing`,
    { requirements: ["ts-callable"] },
  );

  test(
    () => {
      assert_throws_js(
        TypeError,
        () => new TransformStream({ [member]: 1 }, { highWaterMark: -1 }, { highWaterMark: -1 }),
      );
    },
    `a bad ${member} is found before a bad high water mark`,
    { requirements: ["ts-member-order", "ts-hwm-invalid"] },
  );
}

for (const member of ["readableType", "writableType"]) {
  test(
    () => {
      let started = false;
      const start = () => {
        started = true;
      };
      assert_throws_js(RangeError, () => new TransformStream({ start, [member]: "bytes" }));
      assert_false(started);
    },
    `start is not called when there is a ${member}`,
    { requirements: ["ts-types"] },
  );
}

stream_test(
  async () => {
    const seen = [];
    const prototype = {
      transform(chunk, c) {
        seen.push(this);
        c.enqueue(chunk);
      },
      flush() {
        seen.push(this);
      },
    };
    const transformer = Object.create(prototype);
    const output = await readAll(streamOf("a").pipeThrough(new TransformStream(transformer)));
    assert_array_equals(output, ["a"]);
    assert_array_equals(seen, [transformer, transformer]);
  },
  "methods are found along the transformer's prototype chain",
  { requirements: ["ts-captured"] },
);

stream_test(
  async () => {
    const start = (c) => {
      c.enqueue("first");
      c.terminate();
    };
    const { readable, writable } = new TransformStream({ start });
    assert_array_equals(await readAll(readable), ["first"]);
    await assert_state(writable.getWriter().closed, "rejected");
  },
  "start may terminate the stream",
  { requirements: ["ts-terminate", "ts-start-flush-enqueue"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { readable, writable } = new TransformStream({ start: (c) => c.error(error) });
    await promise_rejects_exactly(t, error, readable.getReader().closed, "readable");
    await promise_rejects_exactly(t, error, writable.getWriter().closed, "writable");
  },
  "start may error the stream",
  { requirements: ["ts-error"] },
);

test(
  () => {
    const { readable, writable } = new TransformStream({}, { highWaterMark: 7 });
    assert_equals(writable.getWriter().desiredSize, 7);
    assert_false(readable.locked);
  },
  "the first strategy is that of the writable side",
  { requirements: ["ts-writable-strategy"] },
);

for (const [index, side] of [
  [1, "writable"],
  [2, "readable"],
]) {
  stream_test(
    async () => {
      const sized = [];
      const args = [{}, { highWaterMark: 9 }, { highWaterMark: 9 }];
      args[index].size = (chunk) => {
        sized.push(chunk);
        return 1;
      };
      args[0].transform = (chunk, c) => c.enqueue(chunk.toUpperCase());
      const stream = new TransformStream(...args);
      await stream.writable.getWriter().write("a");
      assert_array_equals(sized, [side === "writable" ? "a" : "A"]);
    },
    `size() of the ${side} strategy measures the chunks of that side`,
    { requirements: [`ts-${side}-strategy`] },
  );
}

test(
  () => {
    const transform = () => {};
    assert_throws_js(TypeError, () => TransformStream({ transform }));
    const { readable } = new TransformStream({ transform });
    assert_throws_js(TypeError, () => readable.getReader({ mode: "byob" }));
  },
  "the readable side has a default controller",
  { requirements: ["ts-sides"] },
);
