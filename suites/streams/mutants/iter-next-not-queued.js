// META: fault=next() of an iterator reads at once, though the next() before it waits.
// META: requirement=iter-order
"use strict";

const { cancel, getReader } = ReadableStream.prototype;
const { read, releaseLock } = ReadableStreamDefaultReader.prototype;
const prototype = Object.getPrototypeOf(new ReadableStream().values());

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    if (options !== undefined || this.locked) return values.call(this, options);
    const reader = getReader.call(this);
    return Object.assign(Object.create(prototype), {
      async next() {
        const result = await read.call(reader);
        if (result.done) releaseLock.call(reader);
        return result;
      },
      return: async (value) => {
        releaseLock.call(reader);
        await cancel.call(this, value);
        return { done: true, value };
      },
    });
  };
});
