// META: fault=When the cancel of the source fails, return() of an iterator leaves the stream locked.
// META: requirement=iter-return-rejects
"use strict";

const { getReader } = ReadableStream.prototype;

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const original = iterator.return;
    const lock = (error) => {
      if (!this.locked) getReader.call(this);
      throw error;
    };
    const keep = (result) => result;
    iterator.return = (value) => whenSettled(original.call(iterator, value), keep, lock);
    return iterator;
  };
});
