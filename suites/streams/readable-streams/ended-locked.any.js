// META: title=The lock of a readable stream outlives its end
// META: spec=https://streams.spec.whatwg.org/#rs-locked
// META: spec=https://streams.spec.whatwg.org/#rs-cancel
// META: spec=https://streams.spec.whatwg.org/#readable-stream-close
// META: script=../resources/streams.js
"use strict";

for (const [end, finish] of [
  ["close()", ({ controller }) => controller.close()],
  ["error()", ({ controller }) => controller.error(makeError())],
  ["reader.cancel()", ({ reader }) => reader.cancel()],
]) {
  for (const [type, mode] of [
    [undefined, undefined],
    ["bytes", undefined],
    ["bytes", "byob"],
  ]) {
    const kind = `${type ? "byte" : "default"} stream, ${mode ? "BYOB" : "default"} reader`;
    // The end, at the same time and once everything that follows from it has run.
    const ended = async (check) => {
      const trace = tracedReadable({ type });
      trace.reader = trace.stream.getReader({ mode });
      finish(trace);
      await check(trace);
      await trace.reader.closed.catch(() => {});
      await check(trace);
    };

    stream_test(
      () =>
        ended(({ stream }) => {
          assert_true(stream.locked);
          assert_throws_js(TypeError, () => stream.getReader());
          assert_throws_js(TypeError, () => stream.tee());
        }),
      `${kind}: after ${end} the stream is still locked`,
      { requirements: ["rs-locked", "get-reader-locked", "tee-locked"] },
    );

    stream_test(
      (t) => ended(({ stream }) => promise_rejects_js(t, TypeError, stream.cancel())),
      `${kind}: after ${end} cancel() of the locked stream is rejected with a TypeError`,
      { requirements: ["rs-cancel-locked"] },
    );
  }
}
