// META: title=ReadableStream tee() with a default controller
// META: spec=https://streams.spec.whatwg.org/#rs-tee
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-readablestreamdefaulttee
// META: script=../resources/streams.js
"use strict";

test(
  () => {
    const branches = new ReadableStream().tee();
    assert_true(Array.isArray(branches), "an array");
    assert_equals(branches.length, 2, "length");
    assert_true(branches[0] instanceof ReadableStream, "first");
    assert_true(branches[1] instanceof ReadableStream, "second");
    assert_not_equals(branches[0], branches[1]);
  },
  "tee() returns an array of two new streams",
  { requirements: ["tee-returns"] },
);

test(
  () => {
    const stream = new ReadableStream();
    const [a, b] = stream.tee();
    assert_array_equals([stream.locked, a.locked, b.locked], [true, false, false]);
  },
  "tee() locks the stream and leaves the branches unlocked",
  { requirements: ["tee-locks", "tee-returns"] },
);

test(
  () => {
    const stream = new ReadableStream();
    stream.getReader();
    assert_throws_js(TypeError, () => stream.tee());
  },
  "tee() on a locked stream throws a TypeError",
  { requirements: ["tee-locked"] },
);

stream_test(
  async () => {
    const [a, b] = streamOf("a", "b", "c").tee();
    assert_array_equals(await readAll(a), ["a", "b", "c"], "first branch");
    assert_array_equals(await readAll(b), ["a", "b", "c"], "second branch, read later");
  },
  "each branch gets all chunks, whatever the other one does",
  { requirements: ["tee-all-chunks"] },
);

stream_test(
  async () => {
    const chunk = { some: "object" };
    const [a, b] = streamOf(chunk).tee();
    assert_read(await a.getReader().read(), chunk);
    assert_read(await b.getReader().read(), chunk);
  },
  "both branches get the same object",
  { requirements: ["tee-same-object"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    await drain();
    assert_calls(calls, [], "before");
    stream.tee();
    await drain();
    assert_calls(calls, ["pull"], "after");
  },
  "the branches have a high water mark of 1, so that tee() itself pulls",
  { requirements: ["tee-hwm"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({ pull: countUp() }, { highWaterMark: 0 });
    const [a] = stream.tee();
    const reader = a.getReader();
    for (let i = 0; i < 3; i++) await reader.read();
    await drain();
    assert_equals(calls.length, 4);
  },
  "the faster branch decides how often the source is pulled",
  { requirements: ["tee-faster-branch"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const readers = stream.tee().map((branch) => branch.getReader());
    controller.enqueue("a");
    controller.close();
    for (const reader of readers) {
      assert_read(await reader.read(), "a");
      assert_done(await reader.read());
      await reader.closed;
    }
  },
  "a close reaches both branches after their chunks",
  { requirements: ["tee-close"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedReadable();
    const readers = stream.tee().map((branch) => branch.getReader());
    controller.enqueue("a");
    await drain();
    controller.error(error);
    await drain();
    for (const reader of readers) {
      await promise_rejects_exactly(t, error, reader.read());
      await promise_rejects_exactly(t, error, reader.closed);
    }
  },
  "an error reaches both branches at once, before their queued chunks",
  { requirements: ["tee-error"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    for (const branch of erroredStream(error).tee()) {
      await promise_rejects_exactly(t, error, branch.getReader().closed);
    }
  },
  "the branches of an errored stream become errored",
  { requirements: ["tee-error"] },
);

stream_test(
  async () => {
    for (const branch of streamOf().tee()) assert_array_equals(await readAll(branch), []);
  },
  "the branches of a closed stream become closed",
  { requirements: ["tee-close"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const [a, b] = stream.tee();
    const canceled = a.cancel("one");
    await assert_state(canceled, "pending");
    assert_calls(calls, ["pull"], "after the first cancel");
    b.cancel("two");
    assert_equals(await canceled, undefined);
    assert_equals(calls[1][0], "cancel");
    assert_array_equals(calls[1][1], ["one", "two"]);
  },
  "the source is canceled once both branches are, with both reasons in an array",
  { requirements: ["tee-cancel-both", "tee-cancel-pending"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedReadable({}, { highWaterMark: 0 });
    const [a, b] = stream.tee();
    await Promise.all([b.cancel("two"), a.cancel("one")]);
    const canceled = calls.find((call) => call[0] === "cancel");
    assert_array_equals(canceled[1], ["one", "two"]);
  },
  "the reasons stand in the order of the branches, not of the calls",
  { requirements: ["tee-cancel-both"] },
);

for (const type of [undefined, "bytes"]) {
  stream_test(
    async () => {
      const { calls, stream } = tracedReadable({ type }, { highWaterMark: 0 });
      await Promise.all(stream.tee().map((branch) => branch.cancel()));
      const [[, reason]] = cancels({ calls });
      assert_true(Array.isArray(reason));
      assert_array_equals(reason, [undefined, undefined]);
    },
    `${type ? "byte" : "default"} stream: without reasons the source is canceled with two undefined`,
    { requirements: ["tee-cancel-both", "byte-tee-cancel-both"] },
  );
}

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedReadable({ cancel: () => Promise.reject(error) });
    const [a, b] = stream.tee();
    const first = a.cancel();
    const second = b.cancel();
    await promise_rejects_exactly(t, error, first, "first");
    await promise_rejects_exactly(t, error, second, "second");
  },
  "a failing cancel of the source rejects both cancels",
  { requirements: ["tee-cancel-fails"] },
);

stream_test(
  async () => {
    const [a, b] = streamOf("a", "b").tee();
    a.cancel();
    assert_array_equals(await readAll(b), ["a", "b"]);
  },
  "canceling one branch does not stop the other",
  { requirements: ["tee-cancel-one"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const [a, b] = stream.tee();
    const canceled = a.cancel("why");
    controller.close();
    assert_equals(await canceled, undefined);
    assert_array_equals(await readAll(b), []);
  },
  "the cancel of one branch is fulfilled when the stream closes",
  { requirements: ["tee-cancel-settled"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedReadable();
    const [a, b] = stream.tee();
    const canceled = a.cancel("why");
    controller.error(error);
    assert_equals(await canceled, undefined);
    await promise_rejects_exactly(t, error, b.getReader().closed);
  },
  "the cancel of one branch is fulfilled when the stream errors",
  { requirements: ["tee-cancel-settled"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const [a, b] = stream.tee();
    const read = b.getReader().read();
    await drain();
    a.cancel();
    controller.enqueue("late");
    assert_read(await read, "late");
  },
  "a chunk that arrives after one branch was canceled goes to the other",
  { requirements: ["tee-cancel-one"] },
);

stream_test(
  async () => {
    const [a, b] = streamOf("x").tee();
    const [aa, ab] = a.tee();
    const all = await Promise.all([aa, ab, b].map(readAll));
    assert_array_equals(all.flat(), ["x", "x", "x"]);
  },
  "a branch can be teed again",
  { requirements: ["tee-again"] },
);

stream_test(
  async () => {
    const strategy = { highWaterMark: 5, size: () => 5 };
    const { calls, stream } = tracedReadable({ pull: countUp() }, strategy);
    stream.tee();
    await drain();
    // Pulls: one fills the source's own queue; the branches take that chunk, and one more is made.
    assert_calls(calls, ["pull", "pull"]);
  },
  "the branches do not inherit the stream's strategy",
  { requirements: ["tee-hwm"] },
);
