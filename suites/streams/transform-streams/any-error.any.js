// META: title=Transform streams pass on errors and reasons of every kind
// META: spec=https://streams.spec.whatwg.org/#transform-stream-error
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-source-cancel
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-sink-close-algorithm
// META: script=../resources/streams.js
// META: script=../resources/errors.js
"use strict";

any_error_test(
  async (t, error, fail) => {
    assert_throws_exactly(error, () => new TransformStream({ start: fail }));
  },
  "whatever start throws is thrown by the constructor",
  { requirements: ["ts-start-throws"] },
);

any_error_test(
  async (t, error, fail, reject) => {
    const { readable, writable } = new TransformStream({ start: reject });
    await promise_rejects_exactly(t, error, writable.getWriter().closed, "writable side");
    await promise_rejects_exactly(t, error, readable.getReader().closed, "readable side");
  },
  "whatever start rejects with errors both sides",
  { requirements: ["ts-start-rejects"] },
);

for (const [way, choose] of Object.entries(WAYS)) {
  any_error_test(
    async (t, error, fail, reject) => {
      const { readable, writable } = new TransformStream({ transform: choose(fail, reject) });
      const writer = writable.getWriter();
      const read = readable.getReader().read();
      await promise_rejects_exactly(t, error, writer.write("a"), "write()");
      await promise_rejects_exactly(t, error, writer.closed, "writable side");
      await promise_rejects_exactly(t, error, read, "readable side");
    },
    `whatever transform ${way} rejects the write and errors both sides`,
    { requirements: ["ts-transform-fails"] },
  );

  any_error_test(
    async (t, error, fail, reject) => {
      const { readable, writable } = new TransformStream({ flush: choose(fail, reject) });
      await promise_rejects_exactly(t, error, writable.getWriter().close(), "close()");
      await promise_rejects_exactly(t, error, readable.getReader().closed, "readable side");
    },
    `whatever flush ${way} rejects the close and errors the readable side`,
    { requirements: ["ts-flush-fails"] },
  );

  any_error_test(
    async (t, error, fail, reject) => {
      const { readable, writable } = new TransformStream({ cancel: choose(fail, reject) });
      await promise_rejects_exactly(t, error, readable.cancel("reason"), "cancel()");
      await promise_rejects_exactly(t, error, writable.getWriter().closed, "writable side");
    },
    `whatever cancel ${way} rejects the cancel and errors the writable side`,
    { requirements: ["ts-cancel-fails"] },
  );

  any_error_test(
    async (t, error, fail, reject) => {
      const { readable, writable } = new TransformStream({ cancel: choose(fail, reject) });
      await promise_rejects_exactly(t, error, writable.abort("reason"), "abort()");
      await promise_rejects_exactly(t, error, readable.getReader().closed, "readable side");
    },
    `whatever cancel ${way} rejects the abort and errors the readable side`,
    { requirements: ["ts-abort-fails"] },
  );
}

any_error_test(
  async (t, error) => {
    const { controller, stream } = tracedTransform();
    controller.error(error);
    assert_equals(controller.desiredSize, null);
    await promise_rejects_exactly(t, error, stream.readable.getReader().closed, "readable side");
    await promise_rejects_exactly(t, error, stream.writable.getWriter().closed, "writable side");
  },
  "error() errors both sides, whatever its argument",
  { requirements: ["ts-error"] },
);

any_error_test(
  async (t, error) => {
    const { stream } = tracedTransform();
    await stream.readable.cancel(error);
    await promise_rejects_exactly(t, error, stream.writable.getWriter().closed);
  },
  "canceling the readable side errors the writable side with the reason, whatever it is",
  { requirements: ["ts-cancel-errors-writable"] },
);

any_error_test(
  async (t, error) => {
    const { stream } = tracedTransform();
    await stream.writable.abort(error);
    await promise_rejects_exactly(t, error, stream.readable.getReader().closed);
  },
  "aborting the writable side errors the readable side with the reason, whatever it is",
  { requirements: ["ts-abort-errors-readable"] },
);

for (const [name, end] of [
  ["canceling the readable side", ({ readable }, reason) => readable.cancel(reason)],
  ["aborting the writable side", ({ writable }, reason) => writable.abort(reason)],
]) {
  any_error_test(
    async (t, error) => {
      const { calls, stream } = tracedTransform();
      await end(stream, error);
      assert_calls(calls, [["cancel", error]]);
    },
    `${name} calls cancel with the reason, whatever it is`,
    { requirements: ["ts-cancel-arguments"] },
  );
}
