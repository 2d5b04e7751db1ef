// META: title=WritableStream constructor
// META: spec=https://streams.spec.whatwg.org/#ws-constructor
// META: spec=https://streams.spec.whatwg.org/#underlying-sink-api
// META: script=../resources/streams.js
"use strict";

for (const sink of [null, 1, "sink", true]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new WritableStream(sink));
    },
    `an underlying sink that is ${format_value(sink)} is a TypeError`,
    { requirements: ["ws-ctor-sink-object"] },
  );
}

for (const [name, args] of [
  ["no arguments", []],
  ["undefined and undefined", [undefined, undefined]],
  ["an empty object and null", [{}, null]],
]) {
  test(
    () => {
      const stream = new WritableStream(...args);
      assert_false(stream.locked);
      assert_equals(stream.getWriter().desiredSize, 1);
    },
    `a stream can be constructed with ${name}`,
    { requirements: ["ws-ctor-no-arguments", "ws-ctor-strategy-dictionary"] },
  );
}

for (const member of ["start", "write", "close", "abort"]) {
  for (const value of [null, 1, {}]) {
    test(
      () => {
        assert_throws_js(TypeError, () => new WritableStream({ [member]: value }));
      },
      `${member} set to ${format_value(value)} is a TypeError`,
      { requirements: ["ws-sink-callable"] },
    );
  }
}

for (const type of [null, "", "bytes", 0, false]) {
  test(
    () => {
      assert_throws_js(RangeError, () => new WritableStream({ type }));
    },
    `type ${format_value(type)} is a RangeError`,
    { requirements: ["ws-sink-type"] },
  );
}

test(
  () => {
    assert_true(new WritableStream({ type: undefined }) instanceof WritableStream);
  },
  "type undefined counts as missing",
  { requirements: ["ws-sink-type"] },
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
    const members = ["write", "type", "start", "close", "abort"];
    const spies = Object.fromEntries(members.map((name) => [name, spy(name)]));
    const sink = Object.defineProperties({}, spies);
    const strategy = Object.defineProperties({}, { size: spy("size"), highWaterMark: spy("hwm") });
    new WritableStream(sink, strategy);
    assert_array_equals(order, ["hwm", "size", "abort", "close", "start", "type", "write"]);
  },
  "the strategy is converted before the sink, each by member name, each member once",
  { requirements: ["ws-member-order"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => new WritableStream({ write: 1 }, { highWaterMark: -1 }));
  },
  "a bad method is found before a bad high water mark",
  { requirements: ["ws-ctor-sink-before-hwm"] },
);

test(
  () => {
    assert_throws_js(
      RangeError,
      () => new WritableStream({ type: "bytes", start: assert_unreached }),
    );
  },
  "start is not called when there is a type",
  { requirements: ["ws-sink-type"] },
);

test(
  () => {
    const error = makeError();
    const start = () => {
      throw error;
    };
    assert_throws_exactly(error, () => new WritableStream({ start }));
  },
  "an exception from start is thrown by the constructor",
  { requirements: ["ws-start-throws"] },
);

test(
  () => {
    const seen = [];
    const sink = {
      start(...args) {
        seen.push(this, args.length, args[0]);
      },
    };
    new WritableStream(sink);
    assert_equals(seen[0], sink, "this");
    assert_equals(seen[1], 1, "number of arguments");
    assert_true(seen[2] instanceof WritableStreamDefaultController, "argument");
  },
  "start is called at once, on the sink, with the controller alone",
  { requirements: ["ws-start-arguments"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream, calls } = tracedWritable({ start: () => Promise.reject(error) });
    const writer = stream.getWriter();
    await promise_rejects_exactly(t, error, writer.write("a"), "write()");
    await promise_rejects_exactly(t, error, writer.closed, "closed");
    assert_calls(calls, []);
  },
  "a rejected promise from start errors the stream without a call of the sink",
  { requirements: ["ws-start-rejects"] },
);

stream_test(
  async () => {
    const started = deferred();
    const { stream, calls } = tracedWritable({ start: () => started.promise });
    const writer = stream.getWriter();
    writer.write("a");
    writer.close();
    await drain();
    assert_calls(calls, [], "before start has finished");
    started.resolve();
    await writer.closed;
    assert_calls(calls, [["write", "a"], "close"], "after");
  },
  "writes and close wait for the promise of start",
  { requirements: ["ws-start-waits"] },
);

stream_test(
  async () => {
    const sink = {};
    const stream = new WritableStream(sink);
    sink.write = assert_unreached;
    await stream.getWriter().write("a");
  },
  "methods added to the sink after construction are not used",
  { requirements: ["ws-sink-captured"] },
);

for (const [method, call] of [
  ["write", (stream) => stream.getWriter().write("a")],
  ["close", (stream) => stream.close()],
  ["abort", (stream) => stream.abort()],
]) {
  stream_test(
    async () => {
      let calls = 0;
      const sink = { [method]: () => void calls++ };
      const stream = new WritableStream(sink);
      sink[method] = assert_unreached;
      await call(stream);
      assert_equals(calls, 1);
    },
    `${method} of the sink that is replaced after construction is called as it was`,
    { requirements: ["ws-sink-captured"] },
  );
}

for (const strategy of [0, "strategy", false]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new WritableStream({}, strategy));
    },
    `a strategy that is ${format_value(strategy)} is a TypeError`,
    { requirements: ["ws-ctor-strategy-dictionary"] },
  );
}
