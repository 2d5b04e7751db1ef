// META: title=What ends the branches of a readable byte stream
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamtee
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

// Branches whose reader of the original was a BYOB reader, then a default one, or the other way round.
const switches = {
  "after a default read": async (trace, branch) => {
    const reader = branch.getReader();
    const read = reader.read();
    await drain();
    trace.controller.enqueue(new Uint8Array([1]));
    await read;
    reader.releaseLock();
  },
  "after a read into a view": async (trace, branch) => {
    const reader = branch.getReader(byob);
    const read = reader.read(new Uint8Array(1));
    await drain();
    trace.controller.byobRequest.respond(1);
    await read;
    reader.releaseLock();
  },
  "after reads of both kinds": async (trace, branch) => {
    await switches["after a read into a view"](trace, branch);
    await switches["after a default read"](trace, branch);
  },
};

for (const [name, prepare] of Object.entries(switches)) {
  stream_test(
    async (t) => {
      const error = makeError();
      const trace = tracedBytes();
      const branches = trace.stream.tee();
      await prepare(trace, branches[0]);
      trace.controller.error(error);
      for (const branch of branches) {
        await promise_rejects_exactly(t, error, branch.getReader().closed);
      }
    },
    `${name} an error still reaches both branches`,
    { requirements: ["byte-tee-switch-keeps-error", "byte-tee-error"] },
  );

  stream_test(
    async () => {
      const trace = tracedBytes();
      const branches = trace.stream.tee();
      await prepare(trace, branches[0]);
      const readers = branches.map((branch) => branch.getReader());
      await readers[1].read();
      if (name === "after reads of both kinds") await readers[1].read();
      const reads = readers.map((reader) => reader.read());
      await drain();
      trace.controller.close();
      for (const result of await Promise.all(reads)) assert_done(result);
      await Promise.all(readers.map((reader) => reader.closed));
    },
    `${name} a close still reaches both branches`,
    { requirements: ["byte-tee-close"] },
  );

  stream_test(
    async () => {
      const trace = tracedBytes();
      const [first, second] = trace.stream.tee();
      await prepare(trace, first);
      await Promise.all([first.cancel("one"), second.cancel("two")]);
      const [, reasons] = trace.calls.find((call) => call[0] === "cancel");
      assert_array_equals(reasons, ["one", "two"]);
    },
    `${name} the cancel of both branches still reaches the source`,
    { requirements: ["byte-tee-cancel-both"] },
  );
}

stream_test(
  async () => {
    const { calls, controller, stream } = tracedBytes();
    const [first, second] = stream.tee().map((branch) => branch.getReader(byob));
    first.read(new Uint8Array(4));
    second.read(new Uint8Array(4));
    await drain();
    controller.enqueue(new Uint8Array([1, 2]));
    await drain();
    assert_calls(calls, ["pull"]);
  },
  "one read of the stream serves both branches",
  { requirements: ["byte-tee-byob-both", "tee-one-read"] },
);

test(
  () => {
    const { stream } = tracedBytes();
    stream.getReader(byob);
    assert_throws_js(TypeError, () => stream.tee());
  },
  "tee() with a BYOB reader throws a TypeError",
  { requirements: ["tee-locked"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const branch = stream.tee()[0];
    const read = branch.getReader(byob).read(new Uint16Array(2), { min: 2 });
    await drain();
    controller.enqueue(new Uint8Array([1, 2, 3]));
    await assert_state(read, "pending");
    controller.enqueue(new Uint8Array([4]));
    assert_view((await read).value, Uint16Array, 0, [1, 2, 3, 4]);
  },
  "a read with min in a branch waits for its elements",
  { requirements: ["byte-tee-byob", "min-waits"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const [first, second] = stream.tee();
    const read = first.getReader().read();
    const canceled = second.cancel("unused");
    await drain();
    controller.enqueue(new Uint8Array([1]));
    assert_array_equals((await read).value, [1]);
    await assert_state(canceled, "pending");
  },
  "the cancel of one branch is pending until the other is canceled",
  { requirements: ["byte-tee-cancel-both", "tee-cancel-pending"] },
);
