// META: title=ReadableStream.from()
// META: spec=https://streams.spec.whatwg.org/#rs-from
// META: spec=https://streams.spec.whatwg.org/#readable-stream-from-iterable
// META: script=../resources/streams.js
"use strict";

// An object with only the given iteration method; logs the calls of next() and return().
function iterableOf(symbol, next, finish) {
  const calls = [];
  const iterator = {
    next(...args) {
      calls.push(["next", ...args]);
      return next();
    },
  };
  if (finish) {
    iterator.return = (...args) => {
      calls.push(["return", ...args]);
      return finish(...args);
    };
  }
  return { calls, iterator, [symbol]: () => iterator };
}

// Gives "a" for longer than any test asks, but not for ever: a runtime that reads ahead must fail.
function repeat() {
  let n = 0;
  return () => ({ value: "a", done: n++ === 100 });
}

for (const [name, make] of [
  ["an array", () => ["a", "b"]],
  ["a set", () => new Set(["a", "b"])],
  ["an array iterator", () => ["a", "b"].values()],
  ["an array of promises", () => [Promise.resolve("a"), Promise.resolve("b")]],
  [
    "a generator",
    () =>
      (function* () {
        yield* ["a", "b"];
      })(),
  ],
  [
    "an async generator",
    () =>
      (async function* () {
        yield* ["a", "b"];
      })(),
  ],
  ["a stream", () => streamOf("a", "b")],
  ["an async iterator of a stream", () => streamOf("a", "b").values()],
]) {
  stream_test(
    async () => {
      assert_array_equals(await readAll(ReadableStream.from(make())), ["a", "b"]);
    },
    `from() takes ${name}`,
    { requirements: ["from-iterables"] },
  );
}

for (const value of [undefined, null, 1, true, Symbol("s"), {}, () => {}]) {
  test(
    () => {
      assert_equals(typeof ReadableStream.from, "function");
      assert_throws_js(TypeError, () => ReadableStream.from(value));
    },
    `from() refuses ${format_value(value)}`,
    { requirements: ["from-refuses"] },
  );
}

test(
  () => {
    assert_equals(typeof ReadableStream.from, "function");
    assert_throws_js(TypeError, () => ReadableStream.from({ [Symbol.asyncIterator]: 1 }));
  },
  "from() refuses an iteration method that is not callable",
  { requirements: ["from-method-callable"] },
);

test(
  () => {
    assert_equals(typeof ReadableStream.from, "function");
    assert_throws_js(TypeError, () => ReadableStream.from({ [Symbol.iterator]: () => 1 }));
  },
  "from() refuses an iteration method that does not return an object",
  { requirements: ["from-iterator-object"] },
);

test(
  () => {
    assert_equals(typeof ReadableStream.from, "function");
    const error = makeError();
    const iterable = {
      [Symbol.asyncIterator]() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => ReadableStream.from(iterable));
  },
  "an exception from the iteration method is thrown by from()",
  { requirements: ["from-method-throws"] },
);

stream_test(
  async () => {
    const iterable = {
      [Symbol.asyncIterator]: () => ["async"].values(),
      [Symbol.iterator]: () => ["sync"].values(),
    };
    assert_array_equals(await readAll(ReadableStream.from(iterable)), ["async"]);
  },
  "Symbol.asyncIterator goes before Symbol.iterator",
  { requirements: ["from-async-first"] },
);

stream_test(
  async () => {
    const iterable = { [Symbol.asyncIterator]: null, [Symbol.iterator]: () => ["sync"].values() };
    assert_array_equals(await readAll(ReadableStream.from(iterable)), ["sync"]);
  },
  "a null Symbol.asyncIterator counts as missing",
  { requirements: ["from-async-first"] },
);

test(
  () => {
    const stream = ReadableStream.from([]);
    assert_equals(Object.getPrototypeOf(stream), ReadableStream.prototype);
    class Sub extends ReadableStream {}
    assert_equals(Object.getPrototypeOf(Sub.from([])), ReadableStream.prototype);
  },
  "from() makes a plain ReadableStream, also when called on a subclass",
  { requirements: ["from-plain"] },
);

stream_test(
  async () => {
    const iterable = iterableOf(Symbol.asyncIterator, repeat());
    const reader = ReadableStream.from(iterable).getReader();
    await drain();
    assert_equals(iterable.calls.length, 0, "before the first read");
    await reader.read();
    await drain();
    assert_equals(iterable.calls.length, 1, "after it");
  },
  "the high water mark is 0: next() is called for a read only",
  { requirements: ["from-hwm"] },
);

stream_test(
  async () => {
    const iterable = iterableOf(Symbol.asyncIterator, repeat());
    await ReadableStream.from(iterable).getReader().read();
    assert_array_equals(iterable.calls[0], ["next"]);
  },
  "next() is called without arguments",
  { requirements: ["from-next-arguments"] },
);

stream_test(
  async () => {
    const iterable = iterableOf(Symbol.asyncIterator, repeat());
    const reader = ReadableStream.from(iterable).getReader();
    iterable.iterator.next = () => ({ value: "changed", done: true });
    assert_read(await reader.read(), "a");
  },
  "next is looked up once",
  { requirements: ["from-next-captured"] },
);

stream_test(
  async () => {
    const results = [{ value: "a" }, { value: "ignored", done: 1 }];
    const iterable = iterableOf(Symbol.asyncIterator, async () => results.shift());
    const reader = ReadableStream.from(iterable).getReader();
    assert_read(await reader.read(), "a");
    assert_done(await reader.read());
    await reader.closed;
  },
  "a truthy done closes the stream, and the last value is dropped",
  { requirements: ["from-done"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const iterable = iterableOf(Symbol.asyncIterator, () => {
      throw error;
    });
    const reader = ReadableStream.from(iterable).getReader();
    await promise_rejects_exactly(t, error, reader.read());
    await promise_rejects_exactly(t, error, reader.closed);
  },
  "an exception from next() errors the stream",
  { requirements: ["from-next-throws"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const iterable = iterableOf(Symbol.asyncIterator, () => Promise.reject(error));
    await promise_rejects_exactly(t, error, ReadableStream.from(iterable).getReader().read());
  },
  "a rejected promise from next() errors the stream",
  { requirements: ["from-next-rejects"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const rejected = Promise.reject(error);
    // Where from() is missing, nobody else handles it.
    rejected.catch(() => {});
    const iterable = [Promise.resolve("a"), rejected];
    const reader = ReadableStream.from(iterable).getReader();
    assert_read(await reader.read(), "a");
    await promise_rejects_exactly(t, error, reader.read());
  },
  "a rejected promise among the values of a sync iterable errors the stream",
  { requirements: ["from-sync-values"] },
);

stream_test(
  async (t) => {
    const iterable = iterableOf(Symbol.asyncIterator, () => "no object");
    await promise_rejects_js(t, TypeError, ReadableStream.from(iterable).getReader().read());
  },
  "a result of next() that is no object errors the stream with a TypeError",
  { requirements: ["from-next-object"] },
);

for (const member of ["done", "value"]) {
  stream_test(
    async (t) => {
      const error = makeError();
      const result = {
        get [member]() {
          throw error;
        },
      };
      const iterable = iterableOf(Symbol.asyncIterator, () => result);
      await promise_rejects_exactly(t, error, ReadableStream.from(iterable).getReader().read());
    },
    `an exception from the getter ${member} of a result errors the stream`,
    { requirements: ["from-result-getters"] },
  );
}

const forever = () => new Promise(() => {});

stream_test(
  async () => {
    const iterable = iterableOf(Symbol.asyncIterator, forever, () => ({ done: true }));
    const reason = { why: "enough" };
    assert_equals(await ReadableStream.from(iterable).cancel(reason), undefined);
    assert_equals(iterable.calls.length, 1);
    assert_array_equals(iterable.calls[0], ["return", reason]);
  },
  "cancel calls return() with the reason",
  { requirements: ["from-cancel"] },
);

stream_test(
  async () => {
    const iterable = iterableOf(Symbol.asyncIterator, forever);
    assert_equals(await ReadableStream.from(iterable).cancel("why"), undefined);
  },
  "cancel is fulfilled when the iterator has no return()",
  { requirements: ["from-cancel-no-return"] },
);

stream_test(
  async () => {
    const returned = deferred();
    const iterable = iterableOf(Symbol.asyncIterator, forever, () => returned.promise);
    const canceled = ReadableStream.from(iterable).cancel();
    await assert_state(canceled, "pending");
    returned.resolve({});
    await canceled;
  },
  "cancel waits for the promise of return()",
  { requirements: ["from-cancel-waits"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const iterable = iterableOf(Symbol.asyncIterator, forever, () => {
      throw error;
    });
    await promise_rejects_exactly(t, error, ReadableStream.from(iterable).cancel());
  },
  "cancel is rejected with what return() throws",
  { requirements: ["from-cancel-throws"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const iterable = iterableOf(Symbol.asyncIterator, forever, () => Promise.reject(error));
    await promise_rejects_exactly(t, error, ReadableStream.from(iterable).cancel());
  },
  "cancel is rejected when the promise of return() is",
  { requirements: ["from-cancel-rejects"] },
);

stream_test(
  async (t) => {
    const iterable = iterableOf(Symbol.asyncIterator, forever, () => 1);
    await promise_rejects_js(t, TypeError, ReadableStream.from(iterable).cancel());
  },
  "cancel is rejected with a TypeError when return() gives no object",
  { requirements: ["from-cancel-object"] },
);

stream_test(
  async (t) => {
    const iterable = iterableOf(Symbol.asyncIterator, forever);
    iterable.iterator.return = "no function";
    await promise_rejects_js(t, TypeError, ReadableStream.from(iterable).cancel());
  },
  "cancel is rejected with a TypeError when return is not callable",
  { requirements: ["from-cancel-callable"] },
);

stream_test(
  async () => {
    const done = () => ({ done: true });
    const iterable = iterableOf(Symbol.asyncIterator, done, done);
    const stream = ReadableStream.from(iterable);
    await readAll(stream);
    assert_equals(iterable.calls.filter(([name]) => name === "return").length, 0);
  },
  "return() is not called when the iterator comes to its end",
  { requirements: ["from-no-return"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ start: (c) => c.enqueue("a") });
    const copy = ReadableStream.from(stream);
    assert_true(stream.locked, "locked");
    await copy.cancel("why");
    assert_calls(calls, [["cancel", "why"]]);
  },
  "canceling a stream made from a stream cancels the original",
  { requirements: ["from-stream"] },
);
