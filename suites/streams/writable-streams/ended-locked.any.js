// META: title=The lock of a writable stream outlives its end
// META: spec=https://streams.spec.whatwg.org/#ws-locked
// META: spec=https://streams.spec.whatwg.org/#ws-abort
// META: spec=https://streams.spec.whatwg.org/#ws-close
// META: script=../resources/streams.js
"use strict";

for (const [end, finish] of [
  ["close()", ({ writer }) => writer.close()],
  ["abort()", ({ writer }) => writer.abort(makeError())],
  ["error()", ({ controller }) => controller.error(makeError())],
]) {
  // The end, at the same time and once everything that follows from it has run.
  const ended = async (check) => {
    const trace = tracedWritable();
    trace.writer = trace.stream.getWriter();
    finish(trace);
    await check(trace);
    await trace.writer.closed.catch(() => {});
    await check(trace);
  };

  stream_test(
    () =>
      ended(({ stream }) => {
        assert_true(stream.locked);
        assert_throws_js(TypeError, () => stream.getWriter());
        assert_throws_js(TypeError, () => new WritableStreamDefaultWriter(stream));
      }),
    `after ${end} the stream is still locked`,
    { requirements: ["ws-locked", "ws-get-writer", "writer-ctor-locked"] },
  );

  stream_test(
    (t) => ended(({ stream }) => promise_rejects_js(t, TypeError, stream.close())),
    `after ${end} close() of the locked stream is rejected with a TypeError`,
    { requirements: ["ws-locked-close"] },
  );

  stream_test(
    (t) => ended(({ stream }) => promise_rejects_js(t, TypeError, stream.abort())),
    `after ${end} abort() of the locked stream is rejected with a TypeError`,
    { requirements: ["ws-locked-abort"] },
  );
}
