// META: title=Close, error and cancel of a readable stream in every order
// META: spec=https://streams.spec.whatwg.org/#readable-stream-cancel
// META: spec=https://streams.spec.whatwg.org/#rs-default-controller-prototype
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-prototype
// META: script=../resources/streams.js
"use strict";

const ERROR = makeError("first");
const LATE = makeError("second");
const chunks = {
  "default controller": () => "a",
  "byte controller": () => new Uint8Array([1]),
};

const firsts = {
  "close()": ({ controller }) => controller.close(),
  "error()": ({ controller }) => controller.error(ERROR),
  "cancel()": ({ stream }) => void stream.cancel("first").catch(() => {}),
};

// The state that a first event leaves: what a read gives, what cancel() ends with, whether it
// reaches the source, and what error() changes the reads to.
const CLOSED = { read: "done", cancel: undefined, reaches: false, error: "done" };
const CLOSING = { read: "chunk", cancel: undefined, reaches: true, error: LATE };
const ERRORED = { read: ERROR, cancel: ERROR, reaches: false, error: ERROR };

const states = {
  "an empty queue": { "close()": CLOSED, "error()": ERRORED, "cancel()": CLOSED },
  "a chunk queued": { "close()": CLOSING, "error()": ERRORED, "cancel()": CLOSED },
};

async function readOutcome(stream) {
  try {
    const { value, done } = await stream.getReader().read();
    if (!done) return "chunk";
    return value === undefined ? "done" : "done with a value";
  } catch (e) {
    return e;
  }
}

const reasons = (trace) => cancels(trace).map(([, why]) => why);

for (const [kind, makeChunk] of Object.entries(chunks)) {
  const make = kind === "byte controller" ? tracedBytes : tracedReadable;
  for (const [queue, row] of Object.entries(states)) {
    for (const [first, act] of Object.entries(firsts)) {
      const state = row[first];
      const start = () => {
        const trace = make({}, { highWaterMark: 9 });
        if (queue === "a chunk queued") trace.controller.enqueue(makeChunk());
        act(trace);
        return trace;
      };
      const name = `${kind}, ${queue}: ${first}`;
      const byte = kind === "byte controller";

      stream_test(
        async () => {
          const { controller, stream } = start();
          const chunk = makeChunk();
          assert_throws_js(TypeError, () => controller.enqueue(chunk));
          if (byte) assert_equals(chunk.byteLength, 1, "the chunk is left alone");
          assert_equals(await readOutcome(stream), state.read, "a read afterwards");
        },
        `${name}, then enqueue()`,
        { requirements: [byte ? "byte-after-end" : "enqueue-after-end"] },
      );

      stream_test(
        async () => {
          const { controller, stream } = start();
          assert_throws_js(TypeError, () => controller.close());
          assert_equals(await readOutcome(stream), state.read, "a read afterwards");
        },
        `${name}, then close()`,
        { requirements: [byte ? "byte-after-end" : "close-after-end"] },
      );

      stream_test(
        async () => {
          const { controller, stream } = start();
          assert_equals(controller.error(LATE), undefined);
          assert_equals(await readOutcome(stream), state.error, "a read afterwards");
        },
        `${name}, then error()`,
        {
          requirements: byte
            ? ["byte-error-after-end", "byte-error-drops"]
            : ["error-after-end", "error-while-closing"],
        },
      );

      stream_test(
        async () => {
          const trace = start();
          const before = cancels(trace).length;
          const outcome = await trace.stream.cancel("second").catch((e) => e);
          assert_equals(outcome, state.cancel, "cancel()");
          assert_array_equals(reasons(trace).slice(before), state.reaches ? ["second"] : []);
        },
        `${name}, then cancel()`,
        {
          requirements: ["cancel-closed", "cancel-errored", "cancel-twice", "cancel-while-closing"],
        },
      );

      stream_test(
        async () => {
          assert_equals(await readOutcome(start().stream), state.read);
        },
        `${name}, then read()`,
        { requirements: ["read-chunks", "read-errored", "cancel-drops-queue"] },
      );

      stream_test(
        async () => {
          const [one, two] = start().stream.tee();
          assert_equals(await readOutcome(one), state.read, "first branch");
          assert_equals(await readOutcome(two), state.read, "second branch");
        },
        `${name}, then tee()`,
        {
          requirements: byte
            ? ["byte-tee-close", "byte-tee-error", "byte-tee-all-bytes"]
            : ["tee-close", "tee-error", "tee-all-chunks"],
        },
      );

      stream_test(
        async () => {
          const { calls, stream } = tracedWritable();
          const outcome = await start()
            .stream.pipeTo(stream)
            .then(
              () => "done",
              (e) => e,
            );
          assert_equals(outcome, state.read === ERROR ? ERROR : "done");
          const names = calls.map((call) => (Array.isArray(call) ? call[0] : call));
          const written = state.read === "chunk" ? ["write"] : [];
          assert_array_equals(names, [...written, state.read === ERROR ? "abort" : "close"]);
        },
        `${name}, then pipeTo()`,
        { requirements: ["pipe-forward-close", "pipe-forward-error", "pipe-order"] },
      );
    }
  }
}
