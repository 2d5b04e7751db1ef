// META: fault=When the abort of the sink fails, the stream is errored with its error and not with the reason.
// META: requirement=abort-errors-stream
"use strict";

const failures = new WeakMap();

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const kept = {};
  const sink = withMembers(args[0], {
    abort: (abort) =>
      async function (reason) {
        try {
          await Reflect.apply(abort, this, [reason]);
        } catch (error) {
          kept.failure = { error };
          throw error;
        }
      },
  });
  const stream = construct([sink, args[1]]);
  failures.set(stream, kept);
  return stream;
});

const streams = new WeakMap();

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    const writer = getWriter.call(this);
    streams.set(writer, this);
    return writer;
  };
});

mutateGetter(WritableStreamDefaultWriter.prototype, "closed", (closed) => {
  return function () {
    const failure = failures.get(streams.get(this))?.failure;
    if (!failure) return closed.call(this);
    const promise = (async () => {
      throw failure.error;
    })();
    whenSettled(promise);
    return promise;
  };
});
