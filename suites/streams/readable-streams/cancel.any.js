// META: title=Canceling a readable stream
// META: spec=https://streams.spec.whatwg.org/#rs-cancel
// META: spec=https://streams.spec.whatwg.org/#readable-stream-cancel
// META: spec=https://streams.spec.whatwg.org/#generic-reader-cancel
// META: script=../resources/streams.js
"use strict";

for (const [name, cancel] of [
  ["stream.cancel()", (stream, ...args) => stream.cancel(...args)],
  ["reader.cancel()", (stream, ...args) => stream.getReader().cancel(...args)],
]) {
  stream_test(
    async () => {
      const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
      const reason = { why: "enough" };
      assert_equals(await cancel(stream, reason), undefined);
      assert_calls(calls, [["cancel", reason]]);
    },
    `${name} hands the reason to the source and is fulfilled with undefined`,
    { requirements: ["cancel-reason", "cancel-result"] },
  );

  stream_test(
    async () => {
      let args;
      const stream = new ReadableStream({
        cancel(...given) {
          args = given;
          return "ignored";
        },
      });
      assert_equals(await cancel(stream), undefined);
      assert_not_equals(args, undefined, "cancel was called");
      assert_equals(args[0], undefined);
    },
    `${name} without a reason calls cancel with undefined, and ignores its result`,
    { requirements: ["cancel-reason-undefined", "cancel-result"] },
  );

  stream_test(
    async () => {
      const seen = [];
      const source = {
        cancel(...args) {
          seen.push(this, ...args);
        },
      };
      await cancel(new ReadableStream(source), "why");
      assert_array_equals(seen, [source, "why"]);
    },
    `${name} calls cancel on the source with the reason alone`,
    { requirements: ["cancel-arguments"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { stream } = tracedReadable({
        cancel() {
          throw error;
        },
      });
      await promise_rejects_exactly(t, error, cancel(stream));
    },
    `${name} is rejected with what the source's cancel throws`,
    { requirements: ["cancel-source-throws"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { stream } = tracedReadable({ cancel: () => Promise.reject(error) });
      await promise_rejects_exactly(t, error, cancel(stream));
    },
    `${name} is rejected when the promise of the source's cancel is`,
    { requirements: ["cancel-source-rejects"] },
  );

  stream_test(
    async () => {
      const canceled = deferred();
      const { stream } = tracedReadable({ cancel: () => canceled.promise });
      const promise = cancel(stream);
      await assert_state(promise, "pending");
      canceled.resolve();
      await promise;
    },
    `${name} waits for the promise of the source's cancel`,
    { requirements: ["cancel-waits"] },
  );

  stream_test(
    async () => {
      const { calls, controller, stream } = tracedReadable();
      controller.close();
      assert_equals(await cancel(stream, "why"), undefined);
      assert_calls(calls, []);
    },
    `${name} on a closed stream is fulfilled without asking the source`,
    { requirements: ["cancel-closed"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { calls, controller, stream } = tracedReadable();
      controller.error(error);
      await promise_rejects_exactly(t, error, cancel(stream, "why"));
      assert_calls(calls, []);
    },
    `${name} on an errored stream is rejected with its error without asking the source`,
    { requirements: ["cancel-errored"] },
  );
}

stream_test(
  async (t) => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    stream.getReader();
    await promise_rejects_js(t, TypeError, stream.cancel());
    assert_calls(calls, []);
  },
  "stream.cancel() on a locked stream is rejected with a TypeError",
  { requirements: ["rs-cancel-locked"] },
);

stream_test(
  async () => {
    const { stream } = tracedReadable();
    await stream.getReader().cancel();
    assert_true(stream.locked);
  },
  "reader.cancel() keeps the lock",
  { requirements: ["reader-cancel-keeps-lock"] },
);

stream_test(
  async () => {
    const { stream } = tracedReadable({ cancel: () => new Promise(() => {}) });
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read()];
    reader.cancel();
    for (const result of await Promise.all(reads)) assert_done(result);
    await reader.closed;
  },
  "cancel closes the stream and ends waiting reads before the source has answered",
  { requirements: ["cancel-closes-first"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    controller.enqueue("a");
    const reader = stream.getReader();
    reader.cancel();
    assert_done(await reader.read());
  },
  "cancel drops the chunks in the queue",
  { requirements: ["cancel-drops-queue"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    await Promise.all([stream.cancel("first"), stream.cancel("second")]);
    assert_calls(calls, [["cancel", "first"]]);
  },
  "a second cancel does not reach the source",
  { requirements: ["cancel-twice"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedReadable({}, { highWaterMark: 0 });
    controller.enqueue("a");
    controller.close();
    await stream.cancel("why");
    assert_calls(calls, [["cancel", "why"]]);
  },
  "cancel still reaches the source while a close waits for the queue",
  { requirements: ["cancel-while-closing"] },
);

stream_test(
  async () => {
    const error = makeError();
    const { stream } = tracedReadable({ cancel: () => Promise.reject(error) });
    const reader = stream.getReader();
    reader.cancel().catch(() => {});
    assert_equals(await reader.closed, undefined);
  },
  "the stream is closed even when the source's cancel fails",
  { requirements: ["cancel-failure-closes"] },
);

stream_test(
  async () => {
    let that;
    const source = {
      cancel() {
        that = this;
      },
    };
    await new ReadableStream(source).cancel();
    assert_equals(that, source);
  },
  "cancel is called on the source",
  { requirements: ["cancel-arguments"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedReadable({ start: () => new Promise(() => {}) });
    await stream.cancel("early");
    assert_calls(calls, [["cancel", "early"]]);
    assert_equals(controller.desiredSize, 0);
  },
  "cancel reaches the source before start has settled",
  { requirements: ["cancel-before-start"] },
);

stream_test(
  async () => {
    const pulled = deferred();
    const { calls, stream } = tracedReadable({ pull: () => pulled.promise });
    await drain();
    await stream.cancel("why");
    pulled.reject(makeError());
    await assert_state(stream.getReader().closed, "fulfilled");
    assert_calls(calls, ["pull", ["cancel", "why"]]);
  },
  "a pull that is rejected after cancel changes nothing",
  { requirements: ["cancel-then-pull-rejects"] },
);
