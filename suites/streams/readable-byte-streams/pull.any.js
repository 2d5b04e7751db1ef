// META: title=When a readable byte stream calls its source
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-call-pull-if-needed
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-should-call-pull
// META: spec=https://streams.spec.whatwg.org/#set-up-readable-byte-stream-controller-from-underlying-source
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };
const chunk = (...bytes) => new Uint8Array(bytes);

test(
  () => {
    const seen = [];
    const source = {
      type: "bytes",
      start(...args) {
        seen.push(this, args.length, args[0]);
      },
    };
    new ReadableStream(source);
    assert_array_equals(seen.slice(0, 2), [source, 1]);
    assert_true(seen[2] instanceof ReadableByteStreamController);
  },
  "start is called at once, on the source, with the controller alone",
  { requirements: ["bytes-start-arguments"] },
);

stream_test(
  async () => {
    const seen = [];
    const source = {
      type: "bytes",
      pull(...args) {
        seen.push(this, args.length);
        args[0].close();
      },
    };
    await readAll(new ReadableStream(source));
    assert_array_equals(seen, [source, 1]);
  },
  "pull is called on the source with the controller alone",
  { requirements: ["byte-pull-arguments"] },
);

stream_test(
  async () => {
    const source = { type: "bytes", pull: (c) => c.close(), cancel: () => {} };
    const stream = new ReadableStream(source);
    source.pull = () => assert_unreached("replaced pull");
    assert_array_equals(await readAll(stream), []);
  },
  "methods are looked up once, at construction",
  { requirements: ["bytes-source-captured"] },
);

// The two ways to ask for bytes.
for (const [kind, read] of [
  ["default reads", (stream) => stream.getReader()],
  ["reads into views", (stream) => stream.getReader(byob)],
]) {
  const ask = (reader) => reader.read(kind === "default reads" ? undefined : new Uint8Array(4));

  stream_test(
    async () => {
      const pulled = deferred();
      const { calls, stream } = tracedBytes({ pull: () => pulled.promise });
      const reader = read(stream);
      await drain();
      for (let i = 0; i < 4; i++) ask(reader);
      await drain();
      assert_calls(calls, ["pull"], "while the first pull is under way");
      pulled.resolve();
      await drain();
      // A read into a view that finds another one pending asks for nothing (PullInto, step 11).
      const more = kind === "default reads" ? ["pull"] : [];
      assert_calls(calls, ["pull", ...more], "afterwards");
    },
    `${kind}: requests during a pull lead to one more pull at most, when it has finished`,
    { requirements: ["byte-pull-one-at-a-time"] },
  );

  stream_test(
    async () => {
      const started = deferred();
      const { calls, stream } = tracedBytes({ start: () => started.promise });
      ask(read(stream));
      await drain();
      assert_calls(calls, [], "before start has finished");
      started.resolve();
      await drain();
      assert_calls(calls, ["pull"], "after");
    },
    `${kind}: pull waits for the promise of start`,
    { requirements: ["rs-start-delays-pull", "byte-pull-on-read"] },
  );

  for (const [how, fail] of [
    [
      "an exception",
      (error) => {
        throw error;
      },
    ],
    ["a rejected promise", (error) => Promise.reject(error)],
  ]) {
    stream_test(
      async (t) => {
        const error = makeError();
        const { controller, stream } = tracedBytes({ pull: () => fail(error) });
        const reader = read(stream);
        await promise_rejects_exactly(t, error, ask(reader), "read()");
        await promise_rejects_exactly(t, error, reader.closed, "closed");
        assert_equals(controller.desiredSize, null);
      },
      `${kind}: ${how} from pull errors the stream`,
      { requirements: ["byte-pull-fails"] },
    );
  }

  for (const [end, finish] of [
    ["close()", ({ controller }) => controller.close()],
    ["error()", ({ controller }) => controller.error(makeError())],
    ["cancel()", ({ reader }) => reader.cancel()],
  ]) {
    stream_test(
      async () => {
        const trace = tracedBytes();
        trace.reader = read(trace.stream);
        await drain();
        finish(trace);
        ask(trace.reader).catch(() => {});
        await drain();
        assert_false(trace.calls.includes("pull"));
      },
      `${kind}: pull is not called after ${end}`,
      { requirements: ["byte-pull-not-after-end"] },
    );

    stream_test(
      async () => {
        const trace = tracedBytes({
          pull() {
            finish(trace);
            throw makeError("from pull");
          },
        });
        trace.reader = read(trace.stream);
        await drain();
        const closed = stateOf(trace.reader.closed);
        ask(trace.reader).catch(() => {});
        assert_equals(await closed, end === "error()" ? "rejected" : "fulfilled");
        assert_equals(trace.controller.desiredSize, end === "error()" ? null : 0);
      },
      `${kind}: an exception from pull after ${end} changes nothing`,
      { requirements: ["byte-error-after-end"] },
    );
  }
}

stream_test(
  async () => {
    let depth = 0;
    let deepest = 0;
    let n = 0;
    const pull = (c) => {
      deepest = Math.max(deepest, ++depth);
      c.enqueue(chunk(++n));
      if (n === 4) c.close();
      depth--;
    };
    const chunks = await readAll(new ReadableStream({ type: "bytes", pull }));
    assert_array_equals(
      chunks.map(([byte]) => byte),
      [1, 2, 3, 4],
    );
    assert_equals(deepest, 1);
  },
  "enqueue() in pull does not call pull recursively",
  { requirements: ["byte-pull-one-at-a-time"] },
);

stream_test(
  async () => {
    const { calls, controller } = tracedBytes({}, { highWaterMark: 3 });
    await drain();
    assert_calls(calls, ["pull"], "at first");
    controller.enqueue(chunk(1, 2));
    await drain();
    assert_calls(calls, ["pull", "pull"], "with room for a byte");
    controller.enqueue(chunk(3));
    await drain();
    assert_calls(calls, ["pull", "pull"], "full");
  },
  "enqueue() calls pull while there is room for a byte",
  { requirements: ["byte-pull"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedBytes({}, { highWaterMark: 2 });
    controller.enqueue(chunk(1, 2));
    await drain();
    const reader = stream.getReader(byob);
    assert_calls(calls, [], "full");
    await reader.read(new Uint8Array(1));
    await drain();
    assert_calls(calls, ["pull"], "after a read of one byte");
  },
  "a read that makes room in the queue calls pull",
  { requirements: ["byte-pull"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedBytes({ start: (c) => c.close() }, { highWaterMark: 9 });
    await drain();
    assert_calls(calls, []);
    await stream.getReader().closed;
  },
  "pull is not called on a stream that start has closed",
  { requirements: ["byte-pull-not-after-end"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedBytes({}, { highWaterMark: 9 });
    controller.enqueue(chunk(1));
    controller.close();
    assert_equals((await readAll(stream)).length, 1);
    await drain();
    assert_calls(calls, []);
  },
  "pull is not called once a close has been requested",
  { requirements: ["byte-pull-not-after-end"] },
);
