// META: title=Pipes pass on errors and reasons of every kind
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: script=../resources/streams.js
// META: script=../resources/errors.js
"use strict";

any_error_test(
  async (t, error) => {
    const { calls, stream } = tracedWritable();
    await promise_rejects_exactly(t, error, erroredStream(error).pipeTo(stream));
    assert_calls(calls, [["abort", error]]);
  },
  "whatever the source's error, it aborts the destination and rejects the pipe",
  { requirements: ["pipe-forward-error"] },
);

any_error_test(
  async (t, error) => {
    const { calls, controller, stream } = tracedReadable();
    const destination = tracedWritable();
    const pipe = stream.pipeTo(destination.stream);
    await drain();
    controller.error(error);
    await promise_rejects_exactly(t, error, pipe);
    assert_calls(destination.calls, [["abort", error]]);
    assert_calls(cancels({ calls }), []);
  },
  "whatever the error that the source gets later, it aborts the destination and rejects the pipe",
  { requirements: ["pipe-forward-error"] },
);

any_error_test(
  async (t, error) => {
    const { calls, stream } = tracedWritable();
    const pipe = erroredStream(error).pipeTo(stream, { preventAbort: true });
    await promise_rejects_exactly(t, error, pipe);
    assert_calls(calls, []);
  },
  "with preventAbort the source's error rejects the pipe, whatever it is",
  { requirements: ["pipe-forward-error-prevented"] },
);

any_error_test(
  async (t, error) => {
    const source = tracedReadable({}, { highWaterMark: 0 });
    const { controller, stream } = tracedWritable();
    const pipe = source.stream.pipeTo(stream);
    await drain();
    controller.error(error);
    await promise_rejects_exactly(t, error, pipe);
    assert_calls(cancels(source), [["cancel", error]]);
  },
  "whatever the destination's error, it cancels the source and rejects the pipe",
  { requirements: ["pipe-backward-error"] },
);

any_error_test(
  async (t, error, fail, reject) => {
    const source = tracedReadable();
    const { stream } = tracedWritable({ write: reject });
    source.controller.enqueue("a");
    await promise_rejects_exactly(t, error, source.stream.pipeTo(stream));
    assert_calls(cancels(source), [["cancel", error]]);
  },
  "whatever a write rejects with, it cancels the source and rejects the pipe",
  { requirements: ["pipe-backward-error"] },
);

any_error_test(
  (t, error, fail, reject) => {
    const destination = new WritableStream({ close: reject });
    return promise_rejects_exactly(t, error, streamOf("a").pipeTo(destination));
  },
  "whatever the destination's close rejects with rejects the pipe",
  { requirements: ["pipe-forward-close-fails"] },
);

any_error_test(
  (t, error, fail, reject) => {
    const pipe = erroredStream(makeError()).pipeTo(new WritableStream({ abort: reject }));
    return promise_rejects_exactly(t, error, pipe);
  },
  "whatever the destination's abort rejects with rejects the pipe",
  { requirements: ["pipe-forward-error-fails"] },
);

any_error_test(
  async (t, error, fail, reject) => {
    const source = tracedReadable({ cancel: reject });
    const { controller, stream } = tracedWritable();
    const pipe = source.stream.pipeTo(stream);
    await drain();
    controller.error(makeError());
    await promise_rejects_exactly(t, error, pipe);
  },
  "whatever the source's cancel rejects with rejects the pipe",
  { requirements: ["pipe-backward-error-fails"] },
);
