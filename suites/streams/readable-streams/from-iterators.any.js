// META: title=How ReadableStream.from() deals with its iterator
// META: spec=https://streams.spec.whatwg.org/#readable-stream-from-iterable
// META: script=../resources/streams.js
"use strict";

// An iterable whose iterator is given.
const iterableOf = (iterator) => ({ [Symbol.asyncIterator]: () => iterator });

stream_test(
  async () => {
    const results = [deferred(), deferred()];
    let calls = 0;
    const next = () => results[calls++].promise;
    const reader = ReadableStream.from(iterableOf({ next })).getReader();
    const reads = [reader.read(), reader.read()];
    await drain();
    assert_equals(calls, 1, "while the first promise is pending");
    results[0].resolve({ value: "a", done: false });
    assert_read(await reads[0], "a");
    await drain();
    assert_equals(calls, 2, "afterwards");
    results[1].resolve({ value: "b", done: false });
    assert_read(await reads[1], "b");
  },
  "next() is not called while its last promise is pending",
  { requirements: ["from-one-next"] },
);

stream_test(
  async () => {
    const iterator = {
      next() {
        seen.push(this);
        return { value: "a", done: false };
      },
      return() {
        seen.push(this);
        return { done: true };
      },
    };
    const seen = [];
    const reader = ReadableStream.from(iterableOf(iterator)).getReader();
    await reader.read();
    await reader.cancel();
    assert_true(seen.length >= 2 && seen.every((that) => that === iterator));
  },
  "next() and return() are called on the iterator",
  { requirements: ["from-next-arguments", "from-cancel"] },
);

stream_test(
  async () => {
    const iterator = { next: () => new Promise(() => {}) };
    const stream = ReadableStream.from(iterableOf(iterator));
    let reason;
    iterator.return = (given) => {
      reason = given;
      return {};
    };
    await stream.cancel("why");
    assert_equals(reason, "why");
  },
  "return is looked up when the stream is canceled",
  { requirements: ["from-next-captured"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const iterator = {
      next: () => new Promise(() => {}),
      get return() {
        throw error;
      },
    };
    await promise_rejects_exactly(t, error, ReadableStream.from(iterableOf(iterator)).cancel());
  },
  "cancel() is rejected with an exception from the getter of return",
  { requirements: ["from-cancel-throws"] },
);

for (const value of [undefined, null]) {
  stream_test(
    async () => {
      const iterator = { next: () => new Promise(() => {}), return: value };
      assert_equals(await ReadableStream.from(iterableOf(iterator)).cancel("why"), undefined);
    },
    `return ${value} counts as missing`,
    { requirements: ["from-cancel-no-return"] },
  );
}

stream_test(
  async () => {
    let looked = false;
    const result = {
      done: true,
      get value() {
        looked = true;
        return "a";
      },
    };
    const stream = ReadableStream.from(iterableOf({ next: async () => result }));
    assert_array_equals(await readAll(stream), []);
    assert_false(looked);
  },
  "the value of the last result is not looked at",
  { requirements: ["from-done"] },
);

stream_test(
  async () => {
    const chunk = Promise.resolve("inner");
    let done = false;
    const next = async () => {
      const result = { value: chunk, done };
      done = true;
      return result;
    };
    const { value } = await ReadableStream.from(iterableOf({ next })).getReader().read();
    assert_equals(value, chunk);
  },
  "a promise among the values of an asynchronous iterable is a chunk",
  { requirements: ["from-sync-values"] },
);

stream_test(
  async () => {
    const results = [{}, { done: true }];
    const stream = ReadableStream.from(iterableOf({ next: () => results.shift() }));
    const reader = stream.getReader();
    assert_read(await reader.read(), undefined);
    assert_done(await reader.read());
  },
  "a result without value and done is the chunk undefined",
  { requirements: ["from-done"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    let returned = false;
    const iterator = {
      next: () => Promise.reject(error),
      return: () => {
        returned = true;
        return {};
      },
    };
    const reader = ReadableStream.from(iterableOf(iterator)).getReader();
    await promise_rejects_exactly(t, error, reader.read());
    await reader.cancel().catch(() => {});
    assert_false(returned);
  },
  "return() is not called for an iterator that has failed",
  { requirements: ["from-no-return"] },
);

for (const [what, symbol] of [
  ["Symbol.asyncIterator", Symbol.asyncIterator],
  ["Symbol.iterator", Symbol.iterator],
]) {
  test(
    () => {
      assert_equals(typeof ReadableStream.from, "function");
      const error = makeError();
      const iterable = {
        get [symbol]() {
          throw error;
        },
      };
      assert_throws_exactly(error, () => ReadableStream.from(iterable));
    },
    `an exception from the getter of ${what} is thrown by from()`,
    { requirements: ["from-method-throws"] },
  );

  test(
    () => {
      const seen = [];
      const iterable = {
        [symbol](...args) {
          seen.push(this, args.length);
          return { next: () => ({ done: true }) };
        },
      };
      ReadableStream.from(iterable);
      assert_array_equals(seen, [iterable, 0]);
    },
    `${what} is called once, on the iterable, without arguments`,
    { requirements: ["from-iterables"] },
  );
}

for (const value of [1, "text", Symbol("s"), true]) {
  test(
    () => {
      assert_equals(typeof ReadableStream.from, "function");
      const iterable = { [Symbol.asyncIterator]: () => value };
      assert_throws_js(TypeError, () => ReadableStream.from(iterable));
    },
    `an iteration method that gives ${format_value(value)} is a TypeError`,
    { requirements: ["from-iterator-object"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const copy = ReadableStream.from(stream);
    const read = copy.getReader().read();
    controller.enqueue("a");
    assert_read(await read, "a");
  },
  "a stream made from a stream passes chunks on",
  { requirements: ["from-stream"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const reader = ReadableStream.from(erroredStream(error)).getReader();
    await promise_rejects_exactly(t, error, reader.read());
  },
  "a stream made from an errored stream is errored by the first read",
  { requirements: ["from-stream"] },
);

test(
  () => {
    const stream = new ReadableStream();
    stream.getReader();
    assert_equals(typeof ReadableStream.from, "function");
    assert_throws_js(TypeError, () => ReadableStream.from(stream));
  },
  "from() of a locked stream throws a TypeError",
  { requirements: ["from-stream"] },
);

test(
  () => {
    const stream = ReadableStream.from([]);
    assert_throws_js(TypeError, () => stream.getReader({ mode: "byob" }));
  },
  "from() makes a stream with a default controller",
  { requirements: ["from-plain"] },
);

stream_test(
  async () => {
    let entered = false;
    let left = false;
    async function* generate() {
      try {
        entered = true;
        yield "a";
        yield "b";
      } finally {
        left = true;
      }
    }
    const reader = ReadableStream.from(generate()).getReader();
    await drain();
    assert_false(entered, "before the first read");
    assert_read(await reader.read(), "a");
    await reader.cancel();
    assert_true(left);
  },
  "cancel() lets a generator run its finally block",
  { requirements: ["from-cancel", "from-hwm"] },
);

// from() takes an async_sequence, and Web IDL converts only objects to one: "If V is not an Object,
// throw a TypeError". Until 2026 a string was iterated by its code points.
for (const value of ["", "abc"]) {
  test(
    () => {
      assert_equals(typeof ReadableStream.from, "function");
      assert_throws_js(TypeError, () => ReadableStream.from(value));
    },
    `from() refuses the string ${format_value(value)}`,
    { requirements: ["from-refuses-strings"] },
  );
}

for (const [value, chunks] of [
  ["", []],
  ["a\u{1f600}", ["a", "\u{1f600}"]],
]) {
  stream_test(
    async () => {
      assert_array_equals(await readAll(ReadableStream.from(value)), chunks);
    },
    `until 2026, from() gives the code points of the string ${format_value(value)}`,
    { requirements: ["from-iterates-strings"] },
  );
}

stream_test(
  async () => {
    const stream = ReadableStream.from(new String("ab"));
    assert_array_equals(await readAll(stream), ["a", "b"]);
  },
  "from() takes a String object",
  { requirements: ["from-iterables"] },
);
