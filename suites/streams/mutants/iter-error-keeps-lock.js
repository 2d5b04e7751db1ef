// META: fault=An error of the stream ends its iteration, and leaves the stream locked.
// META: requirement=iter-error
"use strict";

const { getReader } = ReadableStream.prototype;

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const { next } = iterator;
    const lock = (error) => {
      if (!this.locked) getReader.call(this);
      throw error;
    };
    iterator.next = () => whenSettled(next.call(iterator), (result) => result, lock);
    return iterator;
  };
});
