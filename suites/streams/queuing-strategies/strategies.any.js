// META: title=CountQueuingStrategy and ByteLengthQueuingStrategy
// META: spec=https://streams.spec.whatwg.org/#qs-api
// META: spec=https://streams.spec.whatwg.org/#cqs-class
// META: spec=https://streams.spec.whatwg.org/#blqs-class
// META: script=../resources/streams.js
// META: script=../resources/interfaces.js
"use strict";

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  const strategy = (highWaterMark) => new globalThis[name]({ highWaterMark });

  test_interface(name, { length: 1, attributes: ["highWaterMark", "size"] });

  for (const init of [undefined, null, 5, "5", true]) {
    test(
      () => {
        const type = globalThis[name];
        assert_equals(typeof type, "function");
        assert_throws_js(TypeError, () => new type(init));
      },
      `${name}: the constructor refuses ${format_value(init)}`,
      { requirements: ["strategy-init"] },
    );
  }

  test(
    () => {
      const type = globalThis[name];
      assert_equals(typeof type, "function");
      assert_throws_js(TypeError, () => new type({}), "missing");
      assert_throws_js(TypeError, () => new type({ highWaterMark: undefined }), "undefined");
    },
    `${name}: highWaterMark is required`,
    { requirements: ["strategy-init"] },
  );

  for (const [value, number] of [
    [0, 0],
    [-1, -1],
    [2.5, 2.5],
    [Infinity, Infinity],
    [NaN, NaN],
    ["7", 7],
    ["seven", NaN],
    [null, 0],
    [true, 1],
    [[], 0],
    [{}, NaN],
  ]) {
    test(
      () => {
        assert_equals(strategy(value).highWaterMark, number);
      },
      `${name}: highWaterMark ${format_value(value)} is kept as the number ${number}`,
      { requirements: ["strategy-hwm"] },
    );
  }

  for (const value of [Symbol("hwm"), 1n]) {
    test(
      () => {
        assert_equals(typeof globalThis[name], "function");
        assert_throws_js(TypeError, () => strategy(value));
      },
      `${name}: highWaterMark ${typeof value} is a TypeError`,
      { requirements: ["strategy-hwm-type"] },
    );
  }

  test(
    () => {
      const error = makeError();
      const init = {
        get highWaterMark() {
          throw error;
        },
      };
      assert_throws_exactly(error, () => new globalThis[name](init));
    },
    `${name}: an exception from the getter of highWaterMark is passed on`,
    { requirements: ["strategy-hwm-type"] },
  );

  test(
    () => {
      const { size } = strategy(1);
      assert_equals(typeof size, "function");
      assert_equals(strategy(2).size, size, "on another instance");
      assert_equals(size.name, "size", "name");
      assert_throws_js(TypeError, () => Reflect.construct(Object, [], size), "not a constructor");
      assert_false(Object.hasOwn(size, "prototype"), "no prototype");
    },
    `${name}: size is one function for all instances, and no constructor`,
    { requirements: ["strategy-size-function"] },
  );

  test(
    () => {
      class Sub extends globalThis[name] {
        size() {
          return "overridden";
        }
      }
      const sub = new Sub({ highWaterMark: 3 });
      assert_true(sub instanceof globalThis[name]);
      assert_equals(sub.highWaterMark, 3);
      assert_equals(sub.size(), "overridden");
    },
    `${name}: a subclass may override size`,
    { requirements: ["strategy-subclass"] },
  );

  test(
    () => {
      class Sub extends globalThis[name] {
        get size() {
          return () => 2;
        }
      }
      const { controller } = tracedReadable({}, new Sub({ highWaterMark: 3 }));
      controller.enqueue("a");
      assert_equals(controller.desiredSize, 1, "readable stream");
      const writer = new WritableStream({}, new Sub({ highWaterMark: 3 })).getWriter();
      writer.write("a");
      assert_equals(writer.desiredSize, 1, "writable stream");
    },
    `${name}: a stream counts with the size of a subclass`,
    { requirements: ["strategy-subclass", "strategy-used"] },
  );

  test(
    () => {
      const init = strategy(4);
      assert_equals(new globalThis[name](init).highWaterMark, 4);
    },
    `${name}: an instance can be the initializer of another`,
    { requirements: ["strategy-subclass"] },
  );
}

test(
  () => {
    const { size } = new CountQueuingStrategy({ highWaterMark: 1 });
    assert_equals(size.length, 0, "length");
    for (const args of [[], [undefined], [null], [{ byteLength: 5 }], ["chunk", 2]]) {
      assert_equals(size(...args), 1);
    }
  },
  "CountQueuingStrategy: size() is 1 for everything",
  { requirements: ["count-size"] },
);

test(
  () => {
    const { size } = new ByteLengthQueuingStrategy({ highWaterMark: 1 });
    assert_equals(size.length, 1);
  },
  "ByteLengthQueuingStrategy: size has length 1",
  { requirements: ["byte-length-size"] },
);

for (const [name, make, expected] of [
  ["a typed array", () => new Uint16Array(3), 6],
  ["an ArrayBuffer", () => new ArrayBuffer(5), 5],
  ["a DataView", () => new DataView(new ArrayBuffer(8), 2), 6],
  ["any object with byteLength", () => ({ byteLength: 9 }), 9],
  ["a byteLength that is no number", () => ({ byteLength: "long" }), "long"],
  ["an object without byteLength", () => ({}), undefined],
  ["a string", () => "text", undefined],
  ["a number", () => 5, undefined],
]) {
  test(
    () => {
      const { size } = new ByteLengthQueuingStrategy({ highWaterMark: 1 });
      assert_equals(size(make()), expected);
    },
    `ByteLengthQueuingStrategy: size() of ${name} is ${format_value(expected)}`,
    { requirements: ["byte-length-size"] },
  );
}

for (const value of [undefined, null]) {
  test(
    () => {
      const { size } = new ByteLengthQueuingStrategy({ highWaterMark: 1 });
      assert_throws_js(TypeError, () => size(value));
    },
    `ByteLengthQueuingStrategy: size() of ${value} throws a TypeError`,
    { requirements: ["byte-length-size-throws"] },
  );
}

test(
  () => {
    const { size } = new ByteLengthQueuingStrategy({ highWaterMark: 1 });
    const error = makeError();
    const chunk = {
      get byteLength() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => size(chunk));
  },
  "ByteLengthQueuingStrategy: size() passes on an exception from byteLength",
  { requirements: ["byte-length-size-throws"] },
);

stream_test(
  async () => {
    const { controller } = tracedReadable({}, new ByteLengthQueuingStrategy({ highWaterMark: 10 }));
    controller.enqueue(new Uint8Array(4));
    controller.enqueue(new Uint32Array(2));
    assert_equals(controller.desiredSize, -2);
  },
  "a readable stream with a ByteLengthQueuingStrategy counts bytes",
  { requirements: ["strategy-used"] },
);

stream_test(
  async () => {
    const { stream } = tracedWritable({}, new CountQueuingStrategy({ highWaterMark: 3 }));
    const writer = stream.getWriter();
    writer.write(new Uint8Array(4));
    assert_equals(writer.desiredSize, 2);
  },
  "a writable stream with a CountQueuingStrategy counts chunks",
  { requirements: ["strategy-used"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedReadable(
      {},
      new ByteLengthQueuingStrategy({ highWaterMark: 10 }),
    );
    assert_throws_js(RangeError, () => controller.enqueue("text"));
    await promise_rejects_js(t, RangeError, stream.getReader().closed);
  },
  "a chunk without byteLength errors a stream with a ByteLengthQueuingStrategy",
  { requirements: ["byte-length-size", "size-invalid"] },
);
