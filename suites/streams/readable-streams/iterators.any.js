// META: title=The iterators of a readable stream as objects
// META: spec=https://webidl.spec.whatwg.org/#js-asynchronous-iterator-prototype-object
// META: spec=https://streams.spec.whatwg.org/#rs-asynciterator
// META: script=../resources/streams.js
"use strict";

test(
  () => {
    const iterator = new ReadableStream().values();
    assert_equals(
      Object.prototype.toString.call(iterator),
      "[object ReadableStream AsyncIterator]",
    );
  },
  "the class string is ReadableStream AsyncIterator",
  { requirements: ["iter-class-string"] },
);

test(
  () => {
    const prototype = Object.getPrototypeOf(new ReadableStream().values());
    const property = Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag);
    assert_not_equals(property, undefined, "exists");
    assert_array_equals(
      [property.writable, property.enumerable, property.configurable],
      [false, false, true],
    );
  },
  "the class string is configurable only",
  { requirements: ["iter-class-string"] },
);

test(
  () => {
    const iterator = new ReadableStream().values();
    assert_equals(typeof iterator.next, "function");
    assert_false("throw" in iterator);
  },
  "iterators have no throw()",
  { requirements: ["iter-no-throw-method"] },
);

for (const method of ["next", "return"]) {
  stream_test(
    async () => {
      const iterator = streamOf("a").values();
      const result = await iterator[method]();
      assert_equals(Object.getPrototypeOf(result), Object.prototype, "prototype");
      assert_array_equals(Reflect.ownKeys(result).sort(), ["done", "value"], "keys");
    },
    `the result of ${method}() is a plain object with value and done`,
    { requirements: ["iter-return-value", "iter-for-await"] },
  );

  test(
    () => {
      const iterator = new ReadableStream().values();
      const promise = iterator[method]();
      assert_true(promise instanceof Promise);
      promise.catch(() => {});
    },
    `${method}() gives a promise`,
    { requirements: ["iter-prototype"] },
  );
}

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ start: (c) => c.close() });
    const iterator = stream.values();
    assert_done(await iterator.next());
    assert_equals((await iterator.return("late")).value, "late");
    assert_calls(calls, []);
    assert_false(stream.locked);
  },
  "return() after the end gives its argument back and does not cancel",
  { requirements: ["iter-ended", "iter-return-twice"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { calls, controller, stream } = tracedReadable();
    const iterator = stream.values();
    controller.error(error);
    await promise_rejects_exactly(t, error, iterator.next());
    const result = await iterator.return("late");
    assert_true(result.done);
    assert_equals(result.value, "late");
    assert_calls(calls, []);
  },
  "return() after an error gives its argument back and does not cancel",
  { requirements: ["iter-ended", "iter-return-twice"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream, controller } = tracedReadable();
    const iterator = stream.values();
    controller.error(error);
    await promise_rejects_exactly(t, error, iterator.return());
    assert_false(stream.locked);
  },
  "return() of an errored stream is rejected with its error and releases the lock",
  { requirements: ["iter-return-rejects"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ start: (c) => c.enqueue("a") });
    const iterator = stream.values({ preventCancel: true });
    const result = await iterator.return("why");
    assert_equals(result.value, "why");
    assert_true(result.done);
    assert_calls(calls, []);
    assert_false(stream.locked);
    assert_read(await stream.getReader().read(), "a");
  },
  "return() with preventCancel releases the lock, and a reader goes on",
  { requirements: ["iter-prevent-cancel", "iter-after-reader"] },
);

stream_test(
  async () => {
    const stream = streamOf("a", "b", "c");
    const chunks = [];
    for await (const chunk of stream.values({ preventCancel: true })) {
      chunks.push(chunk);
      if (chunk === "b") break;
    }
    for await (const chunk of stream) chunks.push(chunk);
    assert_array_equals(chunks, ["a", "b", "c"]);
  },
  "with preventCancel a second iteration goes on where the first has stopped",
  { requirements: ["iter-prevent-cancel", "iter-after-reader"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedReadable({}, { highWaterMark: 0 });
    const iterator = stream.values();
    const next = iterator.next();
    const finished = iterator.return("why");
    await drain();
    assert_calls(calls, ["pull"], "while next() is pending");
    controller.close();
    assert_done(await next);
    assert_equals((await finished).value, "why");
    assert_calls(calls, ["pull"], "the stream has ended by itself");
  },
  "return() behind a next() that meets the end does not cancel",
  { requirements: ["iter-return-waits", "iter-ended"] },
);

stream_test(
  async () => {
    const canceling = deferred();
    const { stream } = tracedReadable({ cancel: () => canceling.promise });
    const finished = stream.values().return();
    await assert_state(finished, "pending");
    assert_false(stream.locked, "the lock is released at once");
    canceling.resolve();
    await finished;
  },
  "return() waits for the source's cancel, and releases the lock before",
  { requirements: ["iter-return-value", "iter-break"] },
);

stream_test(
  async () => {
    const { stream } = tracedReadable({ pull: countUp() }, { highWaterMark: 0 });
    const iterator = stream.values();
    const results = await Promise.all([iterator.next(), iterator.next(), iterator.next()]);
    assert_array_equals(
      results.map(({ value }) => value),
      [0, 1, 2],
    );
  },
  "calls of next() made at once each get a chunk of their own",
  { requirements: ["iter-order"] },
);

test(
  () => {
    const error = makeError();
    const options = {
      get preventCancel() {
        throw error;
      },
    };
    const stream = new ReadableStream();
    assert_throws_exactly(error, () => stream.values(options));
    assert_false(stream.locked);
  },
  "an exception from the getter of preventCancel is thrown by values()",
  { requirements: ["iter-options"] },
);

for (const options of [undefined, null, {}]) {
  test(
    () => {
      const stream = new ReadableStream();
      stream.values(options);
      assert_true(stream.locked);
    },
    `values() takes options ${options === undefined ? "undefined" : JSON.stringify(options)}`,
    { requirements: ["iter-options"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const iterator = stream.values();
    const next = iterator.next();
    controller.enqueue(new Uint8Array([1, 2]));
    assert_view((await next).value, Uint8Array, 0, [1, 2]);
    await iterator.return();
    assert_false(stream.locked);
  },
  "next() of a byte stream gives its chunks",
  { requirements: ["iter-bytes"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedReadable();
    const iterator = stream.values({ preventCancel: true });
    await iterator.return("first");
    const result = await iterator.return("second");
    assert_equals(result.value, "second");
    assert_calls(cancels({ calls }), []);
    controller.enqueue("a");
    assert_read(await stream.getReader().read(), "a");
  },
  "with preventCancel a second return() does not cancel either",
  { requirements: ["iter-return-twice", "iter-prevent-cancel"] },
);

stream_test(
  async () => {
    const value = Promise.resolve("unwrapped");
    const iterator = new ReadableStream().values();
    assert_equals((await iterator.return(value)).value, value, "the first return()");
    assert_equals((await iterator.return(value)).value, value, "the second return()");
  },
  "return() gives a promise back as it is",
  { requirements: ["iter-return-value"] },
);
