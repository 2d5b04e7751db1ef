// META: title=ReadableStream constructor
// META: spec=https://streams.spec.whatwg.org/#rs-constructor
// META: spec=https://streams.spec.whatwg.org/#underlying-source-api
// META: script=../resources/streams.js
"use strict";

for (const [name, source] of [
  ["null", null],
  ["a number", 1],
  ["a string", "source"],
  ["a boolean", true],
  ["a symbol", Symbol("source")],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new ReadableStream(source));
    },
    `an underlying source that is ${name} is a TypeError`,
    { requirements: ["rs-ctor-source-object"] },
  );
}

for (const [name, args] of [
  ["no arguments", []],
  ["undefined", [undefined]],
  ["undefined and undefined", [undefined, undefined]],
  ["an empty object", [{}]],
  ["a function object", [() => {}]],
  ["an empty object and null", [{}, null]],
]) {
  test(
    () => {
      const stream = new ReadableStream(...args);
      assert_true(stream instanceof ReadableStream);
      assert_false(stream.locked);
    },
    `a stream can be constructed with ${name}`,
    { requirements: ["rs-ctor-no-arguments", "rs-ctor-strategy-dictionary"] },
  );
}

for (const strategy of [0, "strategy", false]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new ReadableStream({}, strategy));
    },
    `a strategy that is ${format_value(strategy)} is a TypeError`,
    { requirements: ["rs-ctor-strategy-dictionary"] },
  );
}

for (const member of ["start", "pull", "cancel"]) {
  for (const value of [null, 1, {}]) {
    test(
      () => {
        assert_throws_js(TypeError, () => new ReadableStream({ [member]: value }));
      },
      `${member} set to ${format_value(value)} is a TypeError`,
      { requirements: ["rs-source-callable"] },
    );
  }
  test(
    () => {
      new ReadableStream({ [member]: undefined });
    },
    `${member} set to undefined counts as missing`,
    { requirements: ["rs-source-undefined-member"] },
  );
}

for (const type of [null, "", "byte", "BYTES", "bytes ", 0]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new ReadableStream({ type }));
    },
    `type ${format_value(type)} is a TypeError`,
    { requirements: ["rs-source-type-enum"] },
  );
}

test(
  () => {
    let controller;
    const start = (c) => {
      controller = c;
    };
    new ReadableStream({ start, type: undefined });
    assert_true(controller instanceof ReadableStreamDefaultController);
  },
  "type undefined gives a default controller",
  { requirements: ["rs-source-type-default"] },
);

test(
  () => {
    let controller;
    const type = { toString: () => "bytes" };
    new ReadableStream({
      type,
      start(c) {
        controller = c;
      },
    });
    assert_true(controller instanceof ReadableByteStreamController);
  },
  "type is converted to a string before it is compared",
  { requirements: ["rs-source-type-enum"] },
);

test(
  () => {
    const order = [];
    const spy = (name) => ({
      get() {
        order.push(name);
        return undefined;
      },
    });
    const source = Object.defineProperties(
      {},
      {
        type: spy("type"),
        start: spy("start"),
        pull: spy("pull"),
        cancel: spy("cancel"),
        autoAllocateChunkSize: spy("autoAllocateChunkSize"),
      },
    );
    const strategy = Object.defineProperties({}, { size: spy("size"), highWaterMark: spy("hwm") });
    new ReadableStream(source, strategy);
    assert_array_equals(order, [
      "hwm",
      "size",
      "autoAllocateChunkSize",
      "cancel",
      "pull",
      "start",
      "type",
    ]);
  },
  "the strategy is converted before the source, each by member name, each member once",
  { requirements: ["rs-member-order"] },
);

for (const member of ["start", "pull", "cancel", "type", "autoAllocateChunkSize"]) {
  test(
    () => {
      const error = makeError();
      const source = {
        get [member]() {
          throw error;
        },
      };
      assert_throws_exactly(error, () => new ReadableStream(source));
    },
    `an exception from the getter of ${member} is passed on`,
    { requirements: ["rs-member-getter-throws"] },
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
      assert_throws_exactly(error, () => new ReadableStream({}, strategy));
    },
    `an exception from the strategy's getter of ${member} is passed on`,
    { requirements: ["rs-member-getter-throws"] },
  );
}

test(
  () => {
    assert_throws_js(TypeError, () => new ReadableStream({ type: "no" }, { highWaterMark: -1 }));
  },
  "a bad type is found before a bad high water mark",
  { requirements: ["rs-ctor-source-before-hwm"] },
);

test(
  () => {
    let started = false;
    const start = () => {
      started = true;
    };
    assert_throws_js(RangeError, () => new ReadableStream({ start }, { highWaterMark: -1 }));
    assert_false(started);
  },
  "start is not called when the high water mark is bad",
  { requirements: ["rs-ctor-hwm-before-start"] },
);

test(
  () => {
    const error = makeError();
    const start = () => {
      throw error;
    };
    assert_throws_exactly(error, () => new ReadableStream({ start }));
  },
  "an exception from start is thrown by the constructor",
  { requirements: ["rs-start-throws"] },
);

test(
  () => {
    const seen = [];
    const source = {
      start(...args) {
        seen.push(this, args.length, args[0]);
      },
    };
    new ReadableStream(source);
    assert_equals(seen[0], source, "this");
    assert_equals(seen[1], 1, "number of arguments");
    assert_true(seen[2] instanceof ReadableStreamDefaultController, "argument");
  },
  "start is called at once, on the source, with the controller alone",
  { requirements: ["rs-start-arguments"] },
);

test(
  () => {
    const proto = {
      start() {
        this.started = true;
      },
    };
    const source = Object.create(proto);
    new ReadableStream(source);
    assert_true(source.started);
  },
  "methods are found along the source's prototype chain",
  { requirements: ["rs-source-inherited"] },
);

stream_test(
  async () => {
    const { stream, calls } = tracedReadable({ start: () => new Promise(() => {}) });
    await drain();
    assert_calls(calls, []);
    assert_false(stream.locked);
  },
  "pull is not called while the promise of start is pending",
  { requirements: ["rs-start-delays-pull"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream, calls } = tracedReadable({ start: () => Promise.reject(error) });
    await promise_rejects_exactly(t, error, stream.getReader().read());
    assert_calls(calls, []);
  },
  "a rejected promise from start errors the stream",
  { requirements: ["rs-start-rejects"] },
);

stream_test(
  async () => {
    const source = {};
    const stream = new ReadableStream(source);
    let pulled = false;
    source.pull = () => {
      pulled = true;
    };
    stream.getReader().read();
    await drain();
    assert_false(pulled);
  },
  "methods added to the source after construction are not used",
  { requirements: ["rs-source-captured"] },
);
