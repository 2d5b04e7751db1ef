// META: title=Canceling a readable byte stream
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-private-cancel
// META: spec=https://streams.spec.whatwg.org/#readable-stream-cancel
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

for (const [name, cancel] of [
  ["stream.cancel()", (stream, reason) => stream.cancel(reason)],
  ["cancel() of a default reader", (stream, reason) => stream.getReader().cancel(reason)],
  ["cancel() of a BYOB reader", (stream, reason) => stream.getReader(byob).cancel(reason)],
]) {
  stream_test(
    async () => {
      const seen = [];
      const source = {
        type: "bytes",
        cancel(...args) {
          seen.push(this, ...args);
          return "ignored";
        },
      };
      const reason = { why: "enough" };
      assert_equals(await cancel(new ReadableStream(source), reason), undefined);
      assert_array_equals(seen, [source, reason]);
    },
    `${name} calls cancel on the source with the reason alone`,
    { requirements: ["byte-cancel", "cancel-arguments"] },
  );

  stream_test(
    async () => {
      const { controller, stream } = tracedBytes({}, { highWaterMark: 9 });
      controller.enqueue(new Uint8Array(3));
      const canceled = cancel(stream);
      assert_equals(controller.desiredSize, 0);
      assert_equals(controller.byobRequest, null);
      await canceled;
    },
    `${name} drops the bytes in the queue`,
    { requirements: ["byte-cancel", "byte-desired-size-closed"] },
  );

  for (const [how, fail] of [
    [
      "throws",
      (error) => {
        throw error;
      },
    ],
    ["rejects", (error) => Promise.reject(error)],
  ]) {
    stream_test(
      async (t) => {
        const error = makeError();
        const { stream } = tracedBytes({ cancel: () => fail(error) });
        await promise_rejects_exactly(t, error, cancel(stream));
      },
      `${name} is rejected when the source's cancel ${how}`,
      { requirements: ["byte-cancel-fails"] },
    );
  }

  stream_test(
    async () => {
      const canceling = deferred();
      const { stream } = tracedBytes({ cancel: () => canceling.promise });
      const canceled = cancel(stream);
      await assert_state(canceled, "pending");
      canceling.resolve();
      await canceled;
    },
    `${name} waits for the source's cancel`,
    { requirements: ["byte-cancel", "cancel-waits"] },
  );

  stream_test(
    async () => {
      const { calls, controller, stream } = tracedBytes();
      controller.close();
      assert_equals(await cancel(stream, "late"), undefined);
      assert_calls(calls, []);
    },
    `${name} on a closed stream is fulfilled without asking the source`,
    { requirements: ["cancel-closed"] },
  );

  stream_test(
    async (t) => {
      const error = makeError();
      const { calls, controller, stream } = tracedBytes();
      controller.error(error);
      await promise_rejects_exactly(t, error, cancel(stream, "late"));
      assert_calls(calls, []);
    },
    `${name} on an errored stream is rejected with its error`,
    { requirements: ["cancel-errored"] },
  );

  stream_test(
    async () => {
      const { calls, controller, stream } = tracedBytes();
      controller.enqueue(new Uint8Array(1));
      controller.close();
      await cancel(stream, "why");
      assert_calls(calls, [["cancel", "why"]]);
    },
    `${name} reaches the source while a close waits for the queue`,
    { requirements: ["cancel-while-closing"] },
  );
}

stream_test(
  async () => {
    const { calls, stream } = tracedBytes();
    stream.getReader(byob);
    await assert_state(stream.cancel(), "rejected");
    assert_calls(calls, []);
  },
  "stream.cancel() with a BYOB reader is rejected, and the source is not called",
  { requirements: ["rs-cancel-locked"] },
);

stream_test(
  async () => {
    let thrown = 0;
    const trace = tracedBytes({
      cancel() {
        const chunk = new Uint8Array(1);
        assert_throws_js(TypeError, () => trace.controller.enqueue(chunk), "enqueue()");
        assert_throws_js(TypeError, () => trace.controller.close(), "close()");
        thrown = chunk.byteLength;
      },
    });
    await trace.stream.cancel();
    assert_equals(thrown, 1, "the chunk is left alone");
  },
  "in the source's cancel the controller can neither enqueue nor close",
  { requirements: ["cancel-reenter", "byte-after-end"] },
);

stream_test(
  async () => {
    let controllerState;
    const trace = tracedBytes({
      cancel() {
        controllerState = [trace.controller.byobRequest, trace.controller.desiredSize];
      },
    });
    const reader = trace.stream.getReader(byob);
    const read = reader.read(new Uint8Array(1));
    await reader.cancel();
    assert_array_equals(controllerState, [null, 0]);
    assert_done(await read);
  },
  "in the source's cancel the request is gone and desiredSize 0",
  { requirements: ["cancel-reenter", "byob-cancel"] },
);
