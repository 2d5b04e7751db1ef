// META: title=Writable streams pass on errors and reasons of every kind
// META: spec=https://streams.spec.whatwg.org/#writable-stream-start-erroring
// META: spec=https://streams.spec.whatwg.org/#writable-stream-abort
// META: spec=https://streams.spec.whatwg.org/#set-up-writable-stream-default-controller
// META: script=../resources/streams.js
// META: script=../resources/errors.js
"use strict";

async function assert_errored(t, error, writer) {
  await promise_rejects_exactly(t, error, writer.closed, "closed");
  await promise_rejects_exactly(t, error, writer.ready, "ready");
  await promise_rejects_exactly(t, error, writer.write("later"), "write()");
  assert_equals(writer.desiredSize, null, "desiredSize");
}

any_error_test(
  async (t, error, fail) => {
    assert_throws_exactly(error, () => new WritableStream({ start: fail }));
  },
  "whatever start throws is thrown by the constructor",
  { requirements: ["ws-start-throws"] },
);

any_error_test(
  (t, error, fail, reject) =>
    assert_errored(t, error, new WritableStream({ start: reject }).getWriter()),
  "whatever start rejects with errors the stream",
  { requirements: ["ws-start-rejects"] },
);

for (const [way, choose] of Object.entries(WAYS)) {
  any_error_test(
    async (t, error, fail, reject) => {
      const { calls, stream } = tracedWritable({ write: choose(fail, reject) });
      const writer = stream.getWriter();
      await promise_rejects_exactly(t, error, writer.write("a"), "the write itself");
      await assert_errored(t, error, writer);
      assert_calls(calls, [["write", "a"]]);
    },
    `whatever write ${way} rejects the write and errors the stream`,
    { requirements: ["write-throws", "write-rejects"] },
  );

  any_error_test(
    async (t, error, fail, reject) => {
      const writer = new WritableStream({ close: choose(fail, reject) }).getWriter();
      await promise_rejects_exactly(t, error, writer.close(), "close()");
      await promise_rejects_exactly(t, error, writer.closed, "closed");
    },
    `whatever close ${way} rejects close() and closed`,
    { requirements: ["close-fails"] },
  );

  any_error_test(
    async (t, error, fail, reject) => {
      const reason = makeError();
      const writer = new WritableStream({ abort: choose(fail, reject) }).getWriter();
      await promise_rejects_exactly(t, error, writer.abort(reason), "abort()");
      await promise_rejects_exactly(t, reason, writer.closed, "closed");
    },
    `whatever abort ${way} rejects abort(), and the reason stays the stream's error`,
    { requirements: ["abort-fails", "abort-errors-stream"] },
  );
}

any_error_test(
  async (t, error) => {
    const { controller, stream } = tracedWritable();
    const writer = stream.getWriter();
    controller.error(error);
    controller.error(makeError());
    await assert_errored(t, error, writer);
  },
  "the first error() errors the stream, whatever its argument",
  { requirements: ["ws-error", "ws-error-undefined", "ws-error-once"] },
);

for (const [name, lock] of [
  ["stream", (stream) => stream],
  ["writer", (stream) => stream.getWriter()],
]) {
  any_error_test(
    async (t, error) => {
      const { calls, stream } = tracedWritable();
      const owner = lock(stream);
      await owner.abort(error);
      assert_calls(calls, [["abort", error]]);
      const writer = stream.locked ? owner : stream.getWriter();
      await promise_rejects_exactly(t, error, writer.closed);
    },
    `${name}.abort() hands its reason to sink and stream, whatever it is`,
    { requirements: ["abort-arguments", "abort-errors-stream"] },
  );
}

any_error_test(
  async (t, error, fail) => {
    const writer = new WritableStream({}, { size: fail }).getWriter();
    await promise_rejects_exactly(t, error, writer.write("a"), "the write itself");
    await assert_errored(t, error, writer);
  },
  "whatever size() throws rejects the write and errors the stream",
  { requirements: ["write-size-throws", "size-throws"] },
);
