// META: title=The order of microtasks in readable streams
// META: spec=https://streams.spec.whatwg.org/#set-up-readable-stream-default-controller
// META: spec=https://streams.spec.whatwg.org/#readable-stream-fulfill-read-request
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-readablestreamdefaulttee
// META: script=../resources/streams.js
"use strict";

// Each test notes what happens between a microtask queued just before something and one queued
// just after it. Only orders which the algorithms fix are looked at.

const makers = [
  ["default controller", tracedReadable, () => "a"],
  ["byte controller", tracedBytes, () => new Uint8Array(1)],
];

for (const [kind, make, chunk] of makers) {
  stream_test(
    async () => {
      const { order, log, mark } = logger();
      const { controller, stream } = make();
      controller.enqueue(chunk());
      const reader = stream.getReader();
      mark("before");
      reader.read().then(log("read"));
      mark("after");
      await drain();
      assert_array_equals(order, ["before", "read", "after"]);
    },
    `${kind}: read() of a queued chunk is fulfilled at once`,
    { requirements: ["read-microtask"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      const { controller, stream } = make();
      stream.getReader().read().then(log("read"));
      await drain();
      mark("before");
      controller.enqueue(chunk());
      mark("after");
      await drain();
      assert_array_equals(order, ["before", "read", "after"]);
    },
    `${kind}: enqueue() fulfills a waiting read at once`,
    { requirements: ["order-enqueue-read"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      const { controller, stream } = make();
      const reader = stream.getReader();
      reader.read().then(log("read"));
      reader.closed.then(log("closed"));
      await drain();
      mark("before");
      controller.close();
      mark("after");
      await drain();
      assert_array_equals(order, ["before", "closed", "read", "after"]);
    },
    `${kind}: close() settles closed, then the waiting read, at once`,
    { requirements: ["order-close"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      const { controller, stream } = make();
      const reader = stream.getReader();
      reader.read().catch(log("read"));
      reader.closed.catch(log("closed"));
      await drain();
      mark("before");
      controller.error(makeError());
      mark("after");
      await drain();
      assert_array_equals(order, ["before", "closed", "read", "after"]);
    },
    `${kind}: error() settles closed, then the waiting read, at once`,
    { requirements: ["closed-before-reads-on-error"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      mark("before");
      make({ pull: log("pull") }, { highWaterMark: 1 });
      mark("after");
      await drain();
      assert_array_equals(order, ["before", "pull", "after"]);
    },
    `${kind}: the first pull follows in the next microtask when start gives no promise`,
    { requirements: ["order-start"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      let n = 0;
      const pull = (c) => {
        log("pull")();
        mark(`microtask of ${++n}`);
        if (n < 3) c.enqueue(chunk());
      };
      make({ pull }, { highWaterMark: 9 });
      await drain();
      assert_array_equals(order, [
        "pull",
        "microtask of 1",
        "pull",
        "microtask of 2",
        "pull",
        "microtask of 3",
      ]);
    },
    `${kind}: the next pull follows one microtask after a pull that gives no promise`,
    { requirements: ["pull-again", "order-start"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      const { stream } = make();
      const reader = stream.getReader();
      reader.read().then(log("read"));
      reader.closed.then(log("closed"));
      await drain();
      mark("before");
      reader.cancel().then(log("cancel()"));
      mark("after");
      await drain();
      assert_array_equals(order.slice(0, 4), ["before", "closed", "read", "after"]);
      assert_equals(order[4], "cancel()");
    },
    `${kind}: cancel() settles closed and the waiting read at once, its own promise later`,
    { requirements: ["cancel-closes-first"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      const { stream } = make();
      const reader = stream.getReader();
      reader.read().catch(log("read"));
      reader.closed.catch(log("closed"));
      await drain();
      mark("before");
      reader.releaseLock();
      mark("after");
      await drain();
      assert_array_equals(order, ["before", "closed", "read", "after"]);
    },
    `${kind}: releaseLock() rejects closed, then the waiting read, at once`,
    { requirements: ["release-reads", "release-closed"] },
  );

  stream_test(
    async () => {
      const { order, log, mark } = logger();
      const { controller, stream } = make();
      const readers = stream.tee().map((branch) => branch.getReader());
      readers[1].read().then(log("second"));
      readers[0].read().then(log("first"));
      await drain();
      controller.enqueue(chunk());
      mark("after");
      await drain();
      assert_array_equals(order, ["after", "first", "second"]);
    },
    `${kind}: tee() hands a chunk on in a microtask, to the first branch first`,
    { requirements: ["order-tee"] },
  );
}

stream_test(
  async () => {
    const { order, log } = logger();
    const { controller, stream } = tracedReadable();
    const iterator = stream.values();
    iterator.next().then(log("first"));
    iterator.next().then(log("second"));
    iterator.return().then(log("return"));
    controller.enqueue("a");
    controller.enqueue("b");
    await drain();
    assert_array_equals(order, ["first", "second", "return"]);
  },
  "calls on an iterator settle in the order in which they were made",
  { requirements: ["iter-order", "iter-return-waits"] },
);
