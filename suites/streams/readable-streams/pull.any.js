// META: title=When a readable stream calls pull
// META: spec=https://streams.spec.whatwg.org/#readable-stream-default-controller-call-pull-if-needed
// META: spec=https://streams.spec.whatwg.org/#readable-stream-default-controller-should-call-pull
// META: script=../resources/streams.js
"use strict";

stream_test(
  async () => {
    const { calls } = tracedReadable();
    assert_calls(calls, [], "synchronously");
    await drain();
    assert_calls(calls, ["pull"]);
  },
  "pull is called after start, asynchronously, once while it brings no chunk",
  { requirements: ["pull-after-start"] },
);

stream_test(
  async () => {
    const { calls } = tracedReadable({}, { highWaterMark: 0 });
    await drain();
    assert_calls(calls, []);
  },
  "pull is not called for a high water mark of 0 while nobody reads",
  { requirements: ["pull-hwm-zero"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    await drain();
    stream.getReader().read();
    assert_calls(calls, ["pull"]);
  },
  "a read calls pull synchronously when the queue is empty and start has finished",
  { requirements: ["pull-on-read"] },
);

stream_test(
  async () => {
    const started = deferred();
    const { calls, stream } = tracedReadable({ start: () => started.promise });
    stream.getReader().read();
    await drain();
    assert_calls(calls, [], "before start has finished");
    started.resolve();
    await drain();
    assert_calls(calls, ["pull"], "after");
  },
  "pull waits for the promise of start even with a pending read",
  { requirements: ["rs-start-delays-pull"] },
);

stream_test(
  async () => {
    const { calls, controller } = tracedReadable({ pull: countUp() }, { highWaterMark: 4 });
    await drain();
    assert_equals(calls.length, 4);
    assert_equals(controller.desiredSize, 0);
  },
  "pull is called again until the queue has reached the high water mark",
  { requirements: ["pull-until-full"] },
);

stream_test(
  async () => {
    const { calls } = tracedReadable({ start: (c) => c.enqueue("a") });
    await drain();
    assert_calls(calls, []);
  },
  "pull is not called when start has already filled the queue",
  { requirements: ["pull-until-full"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ start: (c) => c.enqueue("a") });
    const reader = stream.getReader();
    await drain();
    await reader.read();
    await drain();
    assert_calls(calls, ["pull"]);
  },
  "pull is called when a read makes room in the queue",
  { requirements: ["pull-on-room"] },
);

stream_test(
  async () => {
    const pulled = deferred();
    const { calls, controller, stream } = tracedReadable({ pull: () => pulled.promise });
    const reader = stream.getReader();
    await drain();
    reader.read();
    reader.read();
    controller.enqueue("a");
    await drain();
    assert_calls(calls, ["pull"]);
  },
  "pull is never called while the promise of the last pull is pending",
  { requirements: ["pull-one-at-a-time"] },
);

stream_test(
  async () => {
    const pulled = deferred();
    const { calls, stream } = tracedReadable({ pull: () => pulled.promise });
    const reader = stream.getReader();
    await drain();
    for (let i = 0; i < 5; i++) reader.read();
    pulled.resolve();
    await drain();
    assert_calls(calls, ["pull", "pull"]);
  },
  "requests made during a pull lead to one more pull, not one each",
  { requirements: ["pull-again"] },
);

stream_test(
  async () => {
    const { calls, controller } = tracedReadable({}, { highWaterMark: 3 });
    await drain();
    assert_calls(calls, ["pull"], "at first");
    controller.enqueue("a");
    await drain();
    assert_calls(calls, ["pull", "pull"], "after enqueue()");
  },
  "enqueue() outside pull calls pull when there is still room",
  { requirements: ["pull-on-enqueue"] },
);

stream_test(
  async () => {
    const { calls } = tracedReadable({ start: (c) => c.close() });
    await drain();
    assert_calls(calls, []);
  },
  "pull is not called on a stream that start has closed",
  { requirements: ["pull-not-after-end", "start-reenter"] },
);

stream_test(
  async () => {
    const { calls } = tracedReadable({ start: (c) => c.error(makeError()) });
    await drain();
    assert_calls(calls, []);
  },
  "pull is not called on a stream that start has errored",
  { requirements: ["pull-not-after-end", "start-reenter"] },
);

stream_test(
  async () => {
    const start = (c) => {
      c.enqueue("a");
      c.close();
    };
    const { calls, stream } = tracedReadable({ start }, { highWaterMark: 10 });
    await readAll(stream);
    assert_calls(calls, []);
  },
  "pull is not called once a close has been requested",
  { requirements: ["pull-not-after-end"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable();
    const canceled = stream.cancel("why");
    await canceled;
    await drain();
    assert_calls(calls, [["cancel", "why"]]);
  },
  "pull is not called when the stream is canceled before start has settled",
  { requirements: ["pull-not-after-end"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const pull = () => {
      throw error;
    };
    const { calls, stream } = tracedReadable({ pull });
    const reader = stream.getReader();
    await promise_rejects_exactly(t, error, reader.read(), "read()");
    await promise_rejects_exactly(t, error, reader.closed, "closed");
    assert_calls(calls, ["pull"]);
  },
  "an exception from pull errors the stream",
  { requirements: ["pull-throws"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedReadable({ pull: () => Promise.reject(error) });
    await promise_rejects_exactly(t, error, stream.getReader().closed);
  },
  "a rejected promise from pull errors the stream",
  { requirements: ["pull-rejects"] },
);

stream_test(
  async () => {
    const pull = (c) => {
      c.enqueue("a");
      c.close();
      throw makeError();
    };
    const { stream } = tracedReadable({ pull }, { highWaterMark: 0 });
    const reader = stream.getReader();
    assert_read(await reader.read(), "a");
    assert_done(await reader.read());
    await assert_state(reader.closed, "fulfilled");
  },
  "an exception from pull after the stream has closed is ignored",
  { requirements: ["pull-failure-after-end"] },
);

stream_test(
  async (t) => {
    const first = makeError("from the controller");
    const pull = (c) => {
      c.error(first);
      throw makeError("from pull");
    };
    const { stream } = tracedReadable({ pull });
    await promise_rejects_exactly(t, first, stream.getReader().closed);
  },
  "an exception from pull after error() does not replace the error",
  { requirements: ["pull-failure-after-end"] },
);

stream_test(
  async () => {
    const seen = [];
    const source = {
      pull(...args) {
        seen.push(this, args.length);
        args[0].close();
      },
    };
    await readAll(new ReadableStream(source));
    assert_array_equals(seen, [source, 1]);
  },
  "pull is called on the source with the controller alone",
  { requirements: ["pull-arguments"] },
);

stream_test(
  async () => {
    const { calls, controller, stream } = tracedReadable({}, { highWaterMark: 0 });
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read(), reader.read()];
    await drain();
    for (const chunk of ["a", "b", "c"]) {
      controller.enqueue(chunk);
      await drain();
    }
    assert_array_equals(
      (await Promise.all(reads)).map((r) => r.value),
      ["a", "b", "c"],
    );
    // One at the start, one for each of the two reads that were then still waiting.
    assert_calls(calls, ["pull", "pull", "pull"]);
  },
  "with several reads waiting pull is called until the last is served",
  { requirements: ["pull-waiting-reads"] },
);
