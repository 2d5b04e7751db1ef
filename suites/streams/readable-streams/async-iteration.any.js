// META: title=Async iteration of a readable stream
// META: spec=https://streams.spec.whatwg.org/#rs-asynciterator
// META: script=../resources/streams.js
"use strict";

test(
  () => {
    const { prototype } = ReadableStream;
    assert_equals(typeof prototype.values, "function");
    assert_equals(prototype[Symbol.asyncIterator], prototype.values);
  },
  "Symbol.asyncIterator and values are the same function",
  { requirements: ["iter-values"] },
);

test(
  () => {
    const property = Object.getOwnPropertyDescriptor(
      ReadableStream.prototype,
      Symbol.asyncIterator,
    );
    assert_not_equals(property, undefined, "exists");
    assert_array_equals(
      [property.writable, property.enumerable, property.configurable],
      [true, false, true],
    );
  },
  "Symbol.asyncIterator is writable and configurable but not enumerable",
  { requirements: ["iter-symbol-property"] },
);

test(
  () => {
    const iterator = new ReadableStream().values();
    const proto = Object.getPrototypeOf(iterator);
    const generatorProto = Object.getPrototypeOf((async function* () {})());
    let asyncIteratorProto = generatorProto;
    while (!Object.hasOwn(asyncIteratorProto, Symbol.asyncIterator)) {
      asyncIteratorProto = Object.getPrototypeOf(asyncIteratorProto);
    }
    assert_equals(Object.getPrototypeOf(proto), asyncIteratorProto, "parent prototype");
    assert_equals(Object.getPrototypeOf(new ReadableStream().values()), proto, "shared prototype");
    for (const [name, length] of [
      ["next", 0],
      ["return", 1],
    ]) {
      const property = Object.getOwnPropertyDescriptor(proto, name);
      assert_not_equals(property, undefined, name);
      assert_true(property.enumerable, `${name} is enumerable`);
      assert_equals(property.value.length, length, `length of ${name}`);
    }
    assert_equals(iterator[Symbol.asyncIterator](), iterator, "an iterator is its own iterable");
  },
  "iterators share a prototype with next and return, below %AsyncIteratorPrototype%",
  { requirements: ["iter-prototype"] },
);

stream_test(
  async (t) => {
    const proto = Object.getPrototypeOf(new ReadableStream().values());
    await promise_rejects_js(t, TypeError, proto.next.call({}), "next()");
    await promise_rejects_js(t, TypeError, proto.return.call({}), "return()");
  },
  "next() and return() on another object give a promise rejected with a TypeError",
  { requirements: ["iter-brand"] },
);

test(
  () => {
    const stream = new ReadableStream();
    stream.values();
    assert_true(stream.locked);
  },
  "values() locks the stream",
  { requirements: ["iter-locks"] },
);

test(
  () => {
    const stream = new ReadableStream();
    stream.getReader();
    assert_throws_js(TypeError, () => stream.values());
    assert_throws_js(TypeError, () => stream[Symbol.asyncIterator]());
  },
  "values() on a locked stream throws a TypeError",
  { requirements: ["iter-locked"] },
);

test(
  () => {
    assert_equals(typeof ReadableStream.prototype.values, "function");
    assert_throws_js(TypeError, () => new ReadableStream().values(1));
  },
  "values() refuses options that are not an object",
  { requirements: ["iter-options"] },
);

stream_test(
  async () => {
    const stream = streamOf("a", "b");
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    assert_array_equals(chunks, ["a", "b"]);
    assert_false(stream.locked);
  },
  "for await reads all chunks and then releases the lock",
  { requirements: ["iter-for-await"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ start: (c) => c.enqueue("a") });
    for await (const _ of stream) break;
    assert_calls(calls.slice(-1), [["cancel", undefined]]);
    assert_false(stream.locked);
  },
  "leaving for await with break cancels the stream with undefined and releases the lock",
  { requirements: ["iter-break"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, stream } = tracedReadable({ start: (c) => c.enqueue("a") });
    const loop = async () => {
      for await (const _ of stream) throw error;
    };
    await promise_rejects_exactly(t, error, loop());
    assert_calls(calls.slice(-1), [["cancel", undefined]]);
    assert_false(stream.locked);
  },
  "leaving for await with throw cancels the stream and releases the lock",
  { requirements: ["iter-break"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({
      start(c) {
        c.enqueue("a");
        c.enqueue("b");
      },
    });
    for await (const _ of stream.values({ preventCancel: true })) break;
    assert_calls(calls, []);
    assert_false(stream.locked);
    assert_read(await stream.getReader().read(), "b");
  },
  "with preventCancel leaving for await only releases the lock",
  { requirements: ["iter-prevent-cancel"] },
);

for (const [value, canceled] of [
  [undefined, true],
  [null, true],
  [0, true],
  ["", true],
  [1, false],
  ["no", false],
  [{}, false],
]) {
  stream_test(
    async () => {
      const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
      await stream.values({ preventCancel: value }).return();
      assert_equals(calls.length, canceled ? 1 : 0);
    },
    `preventCancel ${format_value(value)} is converted to a boolean`,
    { requirements: ["iter-prevent-cancel-boolean"] },
  );
}

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedReadable();
    const loop = async () => {
      for await (const _ of stream) controller.error(error);
    };
    controller.enqueue("a");
    await promise_rejects_exactly(t, error, loop());
    assert_false(stream.locked);
  },
  "an error ends for await and releases the lock",
  { requirements: ["iter-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const iterator = erroredStream(error).values();
    await promise_rejects_exactly(t, error, iterator.next(), "first");
    assert_done(await iterator.next(), "second");
  },
  "next() is rejected once with the error and done from then on",
  { requirements: ["iter-error", "iter-ended"] },
);

stream_test(
  async () => {
    const iterator = streamOf("a").values();
    assert_read(await iterator.next(), "a");
    for (let i = 0; i < 2; i++) assert_done(await iterator.next());
  },
  "next() stays done after the end",
  { requirements: ["iter-ended"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const iterator = stream.values();
    const results = [iterator.next(), iterator.next(), iterator.next()];
    controller.enqueue("a");
    controller.enqueue("b");
    controller.close();
    const [first, second, third] = await Promise.all(results);
    assert_read(first, "a");
    assert_read(second, "b");
    assert_done(third);
  },
  "calls of next() made at once are answered in order",
  { requirements: ["iter-order"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const iterator = stream.values();
    await drain();
    iterator.next();
    iterator.next();
    await drain();
    // The second next() reads only when the first has been answered, which never happens.
    assert_calls(calls, ["pull"]);
  },
  "a second next() waits for the first before it reads",
  { requirements: ["iter-order"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const reason = { why: "enough" };
    const result = await stream.values().return(reason);
    assert_calls(calls, [["cancel", reason]]);
    assert_true(result.done);
    assert_equals(result.value, reason);
  },
  "return() cancels the stream with its argument and gives it back",
  { requirements: ["iter-return-value"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedReadable({ cancel: () => Promise.reject(error) });
    await promise_rejects_exactly(t, error, stream.values().return());
    assert_false(stream.locked);
  },
  "return() is rejected when the source's cancel fails, and the lock is released",
  { requirements: ["iter-return-rejects"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const iterator = stream.values();
    await iterator.return("first");
    const result = await iterator.return("second");
    assert_equals(result.value, "second");
    assert_true(result.done);
    assert_calls(calls, [["cancel", "first"]]);
  },
  "a second return() does not cancel again",
  { requirements: ["iter-return-twice"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ start: (c) => c.enqueue("a") });
    const iterator = stream.values();
    await iterator.return();
    assert_done(await iterator.next());
    assert_calls(calls, [["cancel", undefined]]);
  },
  "next() after return() is done and does not read",
  { requirements: ["iter-ended"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const iterator = stream.values();
    const order = [];
    const next = iterator.next().then(({ value }) => order.push(value));
    const finished = iterator.return("r").then(({ value }) => order.push(value));
    await drain();
    assert_array_equals(order, [], "return() waits for the pending next()");
    controller.enqueue("a");
    await Promise.all([next, finished]);
    assert_array_equals(order, ["a", "r"]);
  },
  "return() takes its turn after a pending next()",
  { requirements: ["iter-return-waits"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const iterator = stream.values();
    const finished = iterator.return("r");
    assert_done(await iterator.next());
    assert_equals((await finished).value, "r");
    assert_calls(calls, [["cancel", "r"]]);
  },
  "next() called right after return() is done",
  { requirements: ["iter-next-after-return"] },
);

stream_test(
  async () => {
    const stream = streamOf("a", "b");
    const reader = stream.getReader();
    await reader.read();
    reader.releaseLock();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    assert_array_equals(chunks, ["b"]);
  },
  "iteration goes on where a released reader has stopped",
  { requirements: ["iter-after-reader"] },
);

stream_test(
  async () => {
    const stream = new ReadableStream({
      type: "bytes",
      start(c) {
        c.enqueue(new Uint8Array([1, 2]));
        c.close();
      },
    });
    const bytes = [];
    for await (const chunk of stream) bytes.push(...chunk);
    assert_array_equals(bytes, [1, 2]);
  },
  "byte streams can be iterated",
  { requirements: ["iter-bytes"] },
);
