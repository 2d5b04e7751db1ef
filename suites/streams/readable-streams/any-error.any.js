// META: title=Readable streams pass on errors and reasons of every kind
// META: spec=https://streams.spec.whatwg.org/#readable-stream-error
// META: spec=https://streams.spec.whatwg.org/#readable-stream-cancel
// META: spec=https://streams.spec.whatwg.org/#set-up-readable-stream-default-controller
// META: spec=https://streams.spec.whatwg.org/#readable-stream-from-iterable
// META: script=../resources/streams.js
// META: script=../resources/errors.js
"use strict";

async function assert_errored(t, error, stream, description) {
  const reader = stream.getReader();
  await promise_rejects_exactly(t, error, reader.read(), `${description}: read()`);
  await promise_rejects_exactly(t, error, reader.closed, `${description}: closed`);
  await promise_rejects_exactly(t, error, reader.cancel(), `${description}: cancel()`);
}

for (const type of [undefined, "bytes"]) {
  const kind = type ? "byte controller" : "default controller";
  const make = (source, strategy) => tracedReadable({ ...source, type }, strategy);

  any_error_test(
    async (t, error, fail) => {
      assert_throws_exactly(error, () => new ReadableStream({ type, start: fail }));
    },
    `${kind}: whatever start throws is thrown by the constructor`,
    { requirements: ["rs-start-throws", "bytes-start-throws"] },
  );

  any_error_test(
    (t, error, fail, reject) => assert_errored(t, error, make({ start: reject }).stream, "start"),
    `${kind}: whatever start rejects with errors the stream`,
    { requirements: ["rs-start-rejects", "bytes-start-rejects"] },
  );

  for (const [way, choose] of Object.entries(WAYS)) {
    any_error_test(
      async (t, error, fail, reject) => {
        const pull = choose(fail, reject);
        const { controller, stream } = make({ pull }, { highWaterMark: 0 });
        await assert_errored(t, error, stream, "pull");
        assert_equals(controller.desiredSize, null);
      },
      `${kind}: whatever pull ${way} errors the stream`,
      { requirements: ["pull-throws", "pull-rejects", "byte-pull-fails"] },
    );

    any_error_test(
      (t, error, fail, reject) => {
        const { stream } = make({ cancel: choose(fail, reject) });
        return promise_rejects_exactly(t, error, stream.cancel());
      },
      `${kind}: whatever cancel ${way} rejects cancel()`,
      { requirements: ["cancel-source-throws", "cancel-source-rejects", "byte-cancel-fails"] },
    );
  }

  any_error_test(
    async (t, error) => {
      const { controller, stream } = make({});
      controller.error(error);
      controller.error(makeError());
      assert_equals(controller.desiredSize, null);
      await assert_errored(t, error, stream, "error()");
    },
    `${kind}: the first error() errors the stream, whatever its argument`,
    {
      requirements: ["read-error", "error-after-end", "byte-error-drops", "byte-error-after-end"],
    },
  );

  for (const [name, lock] of [
    ["stream", (stream) => stream],
    ["reader", (stream) => stream.getReader()],
  ]) {
    any_error_test(
      async (t, error) => {
        const { calls, stream } = make({});
        await lock(stream).cancel(error);
        assert_calls(cancels({ calls }), [["cancel", error]]);
      },
      `${kind}: ${name}.cancel() hands its reason to the source, whatever it is`,
      { requirements: ["cancel-reason", "byte-cancel"] },
    );
  }

  any_error_test(
    async (t, error) => {
      const { controller, stream } = make({});
      const branches = stream.tee();
      controller.error(error);
      await assert_errored(t, error, branches[0], "first branch");
      await assert_errored(t, error, branches[1], "second branch");
    },
    `${kind}: whatever the error, it errors both branches of tee()`,
    { requirements: ["tee-error", "byte-tee-error"] },
  );

  any_error_test(
    async (t, error) => {
      const { controller, stream } = make({});
      const next = stream.values().next();
      controller.error(error);
      await promise_rejects_exactly(t, error, next);
      assert_false(stream.locked);
    },
    `${kind}: whatever the error, it rejects next() of an iterator and releases the lock`,
    { requirements: ["iter-error"] },
  );
}

any_error_test(
  async (t, error, fail) => {
    const { controller, stream } = tracedReadable({}, { size: fail });
    assert_throws_exactly(error, () => controller.enqueue("a"));
    await assert_errored(t, error, stream, "size()");
  },
  "whatever size() throws is thrown by enqueue() and errors the stream",
  { requirements: ["size-throws", "enqueue-size-throws"] },
);

for (const [way, choose] of Object.entries(WAYS)) {
  const from = (iterator) => ReadableStream.from({ [Symbol.asyncIterator]: () => iterator });

  any_error_test(
    (t, error, fail, reject) =>
      assert_errored(t, error, from({ next: choose(fail, reject) }), "next()"),
    `from(): whatever next() ${way} errors the stream`,
    { requirements: ["from-next-throws", "from-next-rejects"] },
  );

  any_error_test(
    (t, error, fail, reject) => {
      const stream = from({ next() {}, return: choose(fail, reject) });
      return promise_rejects_exactly(t, error, stream.cancel());
    },
    `from(): whatever return() ${way} rejects cancel()`,
    { requirements: ["from-cancel-throws", "from-cancel-rejects"] },
  );
}
