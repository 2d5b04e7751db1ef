// META: fault=write() of a released writer is carried out all the same.
// META: requirement=writer-released
"use strict";

const { getWriter } = WritableStream.prototype;
const { releaseLock, write } = WritableStreamDefaultWriter.prototype;
const streams = new WeakMap();

mutate(WritableStream.prototype, "getWriter", (original) => {
  return function () {
    const writer = original.call(this);
    streams.set(writer, this);
    return writer;
  };
});

mutate(WritableStreamDefaultWriter.prototype, "write", (original) => {
  return function (chunk) {
    const stream = streams.get(this);
    if (!stream || stream.locked) return original.call(this, chunk);
    const writer = getWriter.call(stream);
    const promise = write.call(writer, chunk);
    releaseLock.call(writer);
    return promise;
  };
});
