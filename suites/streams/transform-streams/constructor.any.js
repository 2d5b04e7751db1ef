// META: title=TransformStream constructor
// META: spec=https://streams.spec.whatwg.org/#ts-constructor
// META: spec=https://streams.spec.whatwg.org/#transformer-api
// META: script=../resources/streams.js
"use strict";

for (const transformer of [null, 1, "transformer", true]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new TransformStream(transformer));
    },
    `a transformer that is ${format_value(transformer)} is a TypeError`,
    { requirements: ["ts-ctor-transformer-object"] },
  );
}

for (const [name, args] of [
  ["no arguments", []],
  ["three times undefined", [undefined, undefined, undefined]],
  ["an empty object and null strategies", [{}, null, null]],
]) {
  test(
    () => {
      const stream = new TransformStream(...args);
      assert_true(stream.readable instanceof ReadableStream);
      assert_true(stream.writable instanceof WritableStream);
      assert_equals(stream.writable.getWriter().desiredSize, 1, "desiredSize of the writable side");
    },
    `a stream can be constructed with ${name}`,
    { requirements: ["ts-ctor-no-arguments", "ts-ctor-strategy-dictionary"] },
  );
}

test(
  () => {
    const stream = new TransformStream();
    assert_equals(stream.readable, stream.readable, "readable");
    assert_equals(stream.writable, stream.writable, "writable");
  },
  "readable and writable give the same objects each time",
  { requirements: ["ts-sides"] },
);

for (const position of [1, 2]) {
  test(
    () => {
      const args = [{}, {}, {}];
      args[position] = 1;
      assert_throws_js(TypeError, () => new TransformStream(...args));
    },
    `a number as the ${position === 1 ? "writable" : "readable"} strategy is a TypeError`,
    { requirements: ["ts-ctor-strategy-dictionary"] },
  );
}

for (const member of ["start", "transform", "flush", "cancel"]) {
  for (const value of [null, 1, {}]) {
    test(
      () => {
        assert_throws_js(TypeError, () => new TransformStream({ [member]: value }));
      },
      `${member} set to ${format_value(value)} is a TypeError`,
      { requirements: ["ts-callable"] },
    );
  }
}

for (const member of ["readableType", "writableType"]) {
  for (const type of [null, "", "bytes", 0]) {
    test(
      () => {
        assert_throws_js(RangeError, () => new TransformStream({ [member]: type }));
      },
      `${member} ${format_value(type)} is a RangeError`,
      { requirements: ["ts-types"] },
    );
  }
  test(
    () => {
      assert_true(new TransformStream({ [member]: undefined }) instanceof TransformStream);
    },
    `${member} undefined counts as missing`,
    { requirements: ["ts-types"] },
  );
}

test(
  () => {
    const order = [];
    const spy = (name) => ({ get: () => void order.push(name) });
    const spies = (prefix, names) =>
      Object.defineProperties(
        {},
        Object.fromEntries(names.map((name) => [name, spy(prefix + name)])),
      );
    new TransformStream(
      spies("", ["writableType", "transform", "start", "readableType", "flush", "cancel"]),
      spies("w.", ["size", "highWaterMark"]),
      spies("r.", ["size", "highWaterMark"]),
    );
    assert_array_equals(order, [
      "w.highWaterMark",
      "w.size",
      "r.highWaterMark",
      "r.size",
      "cancel",
      "flush",
      "readableType",
      "start",
      "transform",
      "writableType",
    ]);
  },
  "the strategies are converted first, then the transformer, each by member name",
  { requirements: ["ts-member-order"] },
);

test(
  () => {
    const error = makeError();
    const start = () => {
      throw error;
    };
    assert_throws_exactly(error, () => new TransformStream({ start }));
  },
  "an exception from start is thrown by the constructor",
  { requirements: ["ts-start-throws"] },
);

test(
  () => {
    const seen = [];
    const transformer = {
      start(...args) {
        seen.push(this, args.length, args[0]);
      },
    };
    new TransformStream(transformer);
    assert_equals(seen[0], transformer, "this");
    assert_equals(seen[1], 1, "number of arguments");
    assert_true(seen[2] instanceof TransformStreamDefaultController, "argument");
  },
  "start is called at once, on the transformer, with the controller alone",
  { requirements: ["ts-start-arguments"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedTransform({ start: () => Promise.reject(error) });
    const writer = stream.writable.getWriter();
    await promise_rejects_exactly(t, error, writer.write("a"), "write()");
    await promise_rejects_exactly(t, error, writer.closed, "closed of the writer");
    await promise_rejects_exactly(t, error, stream.readable.getReader().closed, "of the reader");
  },
  "a rejected promise from start errors both sides",
  { requirements: ["ts-start-rejects"] },
);

stream_test(
  async () => {
    const started = deferred();
    const { calls, stream } = tracedTransform({ start: () => started.promise });
    stream.writable.getWriter().write("a");
    stream.readable.getReader().read();
    await drain();
    assert_calls(calls, []);
    started.resolve();
    await drain();
    assert_calls(calls, [["transform", "a"]]);
  },
  "transform waits for the promise of start",
  { requirements: ["ts-start-waits"] },
);

for (const [name, index] of [
  ["writable", 1],
  ["readable", 2],
]) {
  for (const highWaterMark of [-1, NaN, "x"]) {
    test(
      () => {
        const args = [{ start: () => assert_unreached("start was called") }];
        args[index] = { highWaterMark };
        assert_throws_js(RangeError, () => new TransformStream(...args));
      },
      `${name} high water mark ${format_value(highWaterMark)} is a RangeError`,
      { requirements: ["ts-hwm-invalid"] },
    );
  }
}
