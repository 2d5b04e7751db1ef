// META: fault=A pipe reads one chunk more than its destination has room for.
// META: requirement=pipe-backpressure
// META: requirement=pipe-backpressure-bound
"use strict";

const { getWriter } = WritableStream.prototype;

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const [destination, options] = args;
    const plain = destination instanceof WritableStream && options === undefined;
    if (!plain || destination.locked || this.locked) return Reflect.apply(pipeTo, this, args);
    const writer = getWriter.call(destination);
    const buffer = new WritableStream({
      write: async (chunk) => {
        await writer.ready;
        return writer.write(chunk);
      },
      close: () => writer.close(),
      abort: (reason) => writer.abort(reason),
    });
    const release = () => writer.releaseLock();
    return whenSettled(pipeTo.call(this, buffer), release, (error) => {
      release();
      throw error;
    });
  };
});
