// META: title=Arguments and locks of pipeTo() and pipeThrough()
// META: spec=https://streams.spec.whatwg.org/#rs-pipe-to
// META: spec=https://streams.spec.whatwg.org/#rs-pipe-through
// META: spec=https://streams.spec.whatwg.org/#dictdef-streampipeoptions
// META: script=../resources/streams.js
"use strict";

stream_test(
  async (t) => {
    const source = streamOf();
    const pair = new TransformStream();
    await promise_rejects_js(t, TypeError, source.pipeTo(pair), "a TransformStream");
    await promise_rejects_js(t, TypeError, source.pipeTo(source), "a ReadableStream");
    assert_false(source.locked, "source");
    assert_false(pair.writable.locked, "writable side");
  },
  "pipeTo() refuses other streams as destination",
  { requirements: ["pipe-destination-type"] },
);

for (const destination of [undefined, null, {}, "stream", 1]) {
  stream_test(
    async (t) => {
      const source = streamOf();
      await promise_rejects_js(t, TypeError, source.pipeTo(destination));
      assert_false(source.locked);
    },
    `pipeTo() refuses ${format_value(destination)} as destination`,
    { requirements: ["pipe-destination-type"] },
  );
}

for (const options of [1, "options", true]) {
  stream_test(
    async (t) => {
      const source = streamOf();
      const destination = new WritableStream();
      await promise_rejects_js(t, TypeError, source.pipeTo(destination, options));
      assert_false(source.locked || destination.locked);
    },
    `pipeTo() refuses ${format_value(options)} as options`,
    { requirements: ["pipe-options-dictionary"] },
  );
}

for (const [name, options] of [
  ["undefined", undefined],
  ["null", null],
  ["an empty object", {}],
]) {
  stream_test(
    async () => {
      const { calls, stream } = tracedWritable();
      assert_equals(await streamOf("a").pipeTo(stream, options), undefined);
      assert_calls(calls, [["write", "a"], "close"]);
    },
    `pipeTo() with options ${name} pipes everything and closes`,
    { requirements: ["pipe-options-dictionary", "pipe-result"] },
  );
}

for (const signal of [null, 1, {}, "signal"]) {
  stream_test(
    async (t) => {
      const source = streamOf();
      const destination = new WritableStream();
      await promise_rejects_js(t, TypeError, source.pipeTo(destination, { signal }));
      assert_false(source.locked || destination.locked);
    },
    `pipeTo() refuses signal ${format_value(signal)}`,
    { requirements: ["pipe-signal-type"] },
  );
}

stream_test(
  async () => {
    await streamOf().pipeTo(new WritableStream(), { signal: undefined });
  },
  "pipeTo() takes signal undefined as missing",
  { requirements: ["pipe-signal-type"] },
);

stream_test(
  async () => {
    const order = [];
    const spy = (name) => ({ get: () => void order.push(name) });
    const names = ["signal", "preventClose", "preventCancel", "preventAbort"];
    const options = Object.defineProperties(
      {},
      Object.fromEntries(names.map((name) => [name, spy(name)])),
    );
    await streamOf().pipeTo(new WritableStream(), options);
    assert_array_equals(order, ["preventAbort", "preventCancel", "preventClose", "signal"]);
  },
  "pipeTo() gets each option once, by name",
  { requirements: ["pipe-options-order"] },
);

for (const option of ["preventAbort", "preventCancel", "preventClose", "signal"]) {
  stream_test(
    async (t) => {
      const error = makeError();
      const options = {
        get [option]() {
          throw error;
        },
      };
      const source = streamOf();
      await promise_rejects_exactly(t, error, source.pipeTo(new WritableStream(), options));
      assert_false(source.locked);
    },
    `pipeTo() is rejected with an exception from the getter of ${option}`,
    { requirements: ["pipe-options-getter-throws"] },
  );
}

stream_test(
  async (t) => {
    const source = streamOf();
    source.getReader();
    const destination = new WritableStream();
    await promise_rejects_js(t, TypeError, source.pipeTo(destination));
    assert_false(destination.locked);
  },
  "pipeTo() on a locked source is rejected and does not lock the destination",
  { requirements: ["pipe-source-locked"] },
);

stream_test(
  async (t) => {
    const source = streamOf();
    const destination = new WritableStream();
    destination.getWriter();
    await promise_rejects_js(t, TypeError, source.pipeTo(destination));
    assert_false(source.locked);
  },
  "pipeTo() to a locked destination is rejected and does not lock the source",
  { requirements: ["pipe-destination-locked"] },
);

stream_test(
  async () => {
    const source = streamOf("a");
    const destination = new WritableStream();
    const piped = source.pipeTo(destination);
    assert_true(source.locked && destination.locked, "while piping");
    await piped;
    assert_false(source.locked || destination.locked, "afterwards");
  },
  "pipeTo() locks both streams until it has finished",
  { requirements: ["pipe-locks", "pipe-released"] },
);

test(
  () => {
    const pair = new TransformStream();
    const source = streamOf();
    assert_equals(source.pipeThrough(pair), pair.readable);
    assert_true(source.locked, "source");
    assert_true(pair.writable.locked, "writable");
    assert_false(pair.readable.locked, "readable");
  },
  "pipeThrough() gives the readable side and locks source and writable side",
  { requirements: ["pipe-through-returns", "pipe-through-locks"] },
);

test(
  () => {
    const pair = { readable: new ReadableStream(), writable: new WritableStream() };
    assert_equals(streamOf().pipeThrough(pair), pair.readable);
  },
  "pipeThrough() takes any object with a readable and a writable stream",
  { requirements: ["pipe-through-any-pair"] },
);

for (const [name, make] of [
  ["undefined", () => undefined],
  ["null", () => null],
  ["an empty object", () => ({})],
  ["a pair without readable", () => ({ writable: new WritableStream() })],
  ["a pair without writable", () => ({ readable: new ReadableStream() })],
  ["a pair with a bad readable", () => ({ readable: {}, writable: new WritableStream() })],
  ["a pair with a bad writable", () => ({ readable: new ReadableStream(), writable: {} })],
]) {
  test(
    () => {
      const source = streamOf();
      const pair = make();
      assert_throws_js(TypeError, () => source.pipeThrough(pair));
      assert_false(source.locked);
    },
    `pipeThrough() refuses ${name}`,
    { requirements: ["pipe-through-pair"] },
  );
}

test(
  () => {
    const order = [];
    const pair = {
      get writable() {
        order.push("writable");
        return new WritableStream();
      },
      get readable() {
        order.push("readable");
        return new ReadableStream();
      },
    };
    streamOf().pipeThrough(pair);
    assert_array_equals(order, ["readable", "writable"]);
  },
  "pipeThrough() gets readable, then writable, each once",
  { requirements: ["pipe-through-pair-order"] },
);

test(
  () => {
    const pair = new TransformStream();
    assert_throws_js(TypeError, () => streamOf().pipeThrough(pair, { signal: null }));
    assert_false(pair.writable.locked);
  },
  "pipeThrough() throws for a bad signal",
  { requirements: ["pipe-through-signal-type"] },
);

test(
  () => {
    const source = streamOf();
    source.getReader();
    const pair = new TransformStream();
    assert_throws_js(TypeError, () => source.pipeThrough(pair));
    assert_false(pair.writable.locked);
  },
  "pipeThrough() throws on a locked source",
  { requirements: ["pipe-through-source-locked"] },
);

test(
  () => {
    const source = streamOf();
    const pair = new TransformStream();
    pair.writable.getWriter();
    assert_throws_js(TypeError, () => source.pipeThrough(pair));
    assert_false(source.locked);
  },
  "pipeThrough() throws for a locked writable side",
  { requirements: ["pipe-through-writable-locked"] },
);

test(
  () => {
    const pair = new TransformStream();
    pair.readable.getReader();
    assert_equals(streamOf().pipeThrough(pair), pair.readable);
  },
  "pipeThrough() does not mind a locked readable side",
  { requirements: ["pipe-through-readable-lock"] },
);

for (const options of [undefined, null]) {
  stream_test(
    async () => {
      const { calls, stream } = tracedWritable();
      const pair = { readable: new ReadableStream(), writable: stream };
      assert_equals(streamOf("a").pipeThrough(pair, options), pair.readable);
      await drain();
      assert_calls(calls, [["write", "a"], "close"]);
    },
    `pipeThrough() with options ${options} pipes everything and closes`,
    { requirements: ["pipe-through-options", "pipe-options-dictionary"] },
  );
}
