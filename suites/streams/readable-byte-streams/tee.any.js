// META: title=ReadableStream tee() with a byte controller
// META: spec=https://streams.spec.whatwg.org/#rs-tee
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamtee
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

function readBytes(branch) {
  return readAll(branch).then((chunks) => chunks.flatMap((chunk) => [...chunk]));
}

test(
  () => {
    const { stream } = tracedBytes();
    const readers = stream.tee().map((branch) => branch.getReader(byob));
    assert_true(readers.every((reader) => reader instanceof ReadableStreamBYOBReader));
    assert_true(stream.locked);
  },
  "the branches are byte streams",
  { requirements: ["byte-tee-branches", "tee-locks"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedBytes();
    stream.tee();
    await drain();
    assert_calls(calls, []);
  },
  "tee() itself does not pull: the branches have a high water mark of 0",
  { requirements: ["byte-tee-hwm"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a, b] = stream.tee();
    controller.enqueue(new Uint8Array([1, 2]));
    controller.enqueue(new Uint8Array([3]));
    controller.close();
    assert_array_equals(await readBytes(a), [1, 2, 3], "first");
    assert_array_equals(await readBytes(b), [1, 2, 3], "second");
  },
  "both branches get all bytes",
  { requirements: ["byte-tee-all-bytes"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a, b] = stream.tee().map((branch) => branch.getReader());
    controller.enqueue(new Uint8Array([1, 2]));
    const first = (await a.read()).value;
    const second = (await b.read()).value;
    assert_not_equals(first.buffer, second.buffer);
    first[0] = 9;
    assert_equals(second[0], 1);
  },
  "the branches do not share buffers",
  { requirements: ["byte-tee-own-buffers"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a, b] = stream.tee().map((branch) => branch.getReader(byob));
    const reads = [a.read(new Uint8Array(4)), b.read(new Uint8Array(6))];
    await drain();
    controller.enqueue(new Uint8Array([1, 2, 3]));
    const [first, second] = await Promise.all(reads);
    assert_view(first.value, Uint8Array, 0, [1, 2, 3]);
    assert_view(second.value, Uint8Array, 0, [1, 2, 3]);
    assert_equals(first.value.buffer.byteLength, 4, "buffer of the first branch's reader");
    assert_equals(second.value.buffer.byteLength, 6, "buffer of the second branch's reader");
  },
  "BYOB reads in both branches are filled, each in its own buffer",
  { requirements: ["byte-tee-byob-both"] },
);

for (const [index, name] of [
  [0, "first"],
  [1, "second"],
]) {
  stream_test(
    async () => {
      const sizes = [];
      const pull = (c) => {
        sizes.push(c.byobRequest?.view.byteLength);
        c.byobRequest.view.set([1, 2]);
        c.byobRequest.respond(2);
      };
      const { stream } = tracedBytes({ pull });
      const branches = stream.tee();
      const { value } = await branches[index].getReader(byob).read(new Uint8Array(5));
      assert_array_equals(sizes, [5]);
      assert_view(value, Uint8Array, 0, [1, 2]);
      const other = await branches[1 - index].getReader().read();
      assert_view(other.value, Uint8Array, 0, [1, 2]);
    },
    `a BYOB read in the ${name} branch reaches the source as such`,
    { requirements: ["byte-tee-byob"] },
  );
}

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a] = stream.tee();
    a.getReader().read();
    await drain();
    assert_equals(controller.byobRequest, null);
  },
  "a default read in a branch reaches the source as such",
  { requirements: ["byte-tee-default"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a, b] = stream.tee();
    const first = a.getReader().read();
    await drain();
    controller.enqueue(new Uint8Array([1]));
    assert_array_equals((await first).value, [1]);
    const second = b.getReader(byob);
    assert_array_equals((await second.read(new Uint8Array(4))).value, [1], "from the queue");
    const third = second.read(new Uint8Array(4));
    await drain();
    assert_equals(controller.byobRequest.view.byteLength, 4);
    controller.byobRequest.respond(3);
    assert_equals((await third).value.byteLength, 3);
  },
  "default and BYOB reads can follow one another",
  { requirements: ["byte-tee-mixed"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedBytes();
    const readers = stream.tee().map((branch) => branch.getReader());
    controller.error(error);
    for (const reader of readers) {
      await promise_rejects_exactly(t, error, reader.closed);
      await promise_rejects_exactly(t, error, reader.read());
    }
  },
  "an error reaches both branches",
  { requirements: ["byte-tee-error"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const readers = stream.tee().map((branch) => branch.getReader(byob));
    const reads = readers.map((reader) => reader.read(new Uint8Array(3)));
    await drain();
    controller.close();
    controller.byobRequest.respond(0);
    for (const { value, done } of await Promise.all(reads)) {
      assert_true(done);
      assert_equals(value.byteLength, 0);
    }
    await Promise.all(readers.map((reader) => reader.closed));
  },
  "a close reaches pending BYOB reads of both branches",
  { requirements: ["byte-tee-close"] },
);

stream_test(
  async () => {
    const { calls, stream } = tracedBytes();
    const [a, b] = stream.tee();
    const canceled = a.cancel("one");
    await assert_state(canceled, "pending");
    assert_calls(calls, []);
    await Promise.all([b.cancel("two"), canceled]);
    assert_equals(calls[0][0], "cancel");
    assert_array_equals(calls[0][1], ["one", "two"]);
  },
  "the source is canceled once both branches are, with both reasons in an array",
  { requirements: ["byte-tee-cancel-both"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { stream } = tracedBytes({ cancel: () => Promise.reject(error) });
    const canceled = stream.tee().map((branch) => branch.cancel());
    for (const promise of canceled) await promise_rejects_exactly(t, error, promise);
  },
  "a failing cancel of the source rejects both cancels",
  { requirements: ["byte-tee-cancel-fails"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a, b] = stream.tee();
    a.cancel();
    controller.enqueue(new Uint8Array([1, 2]));
    controller.close();
    assert_array_equals(await readBytes(b), [1, 2]);
  },
  "canceling one branch does not stop the other",
  { requirements: ["byte-tee-cancel-one"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a, b] = stream.tee();
    const reader = a.getReader(byob);
    const read = reader.read(new Uint8Array(3));
    const other = b.getReader().read();
    await drain();
    reader.cancel();
    assert_true((await read).done);
    controller.enqueue(new Uint8Array([1, 2]));
    assert_array_equals((await other).value, [1, 2]);
  },
  "bytes for a BYOB read that was canceled still reach the other branch",
  { requirements: ["byte-tee-cancel-byob"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [a] = stream.tee();
    const canceled = a.cancel();
    await drain();
    controller.close();
    await assert_state(canceled, "pending");
  },
  "the cancel of one branch stays pending while nobody reads",
  { requirements: ["byte-tee-cancel-unread"] },
);
