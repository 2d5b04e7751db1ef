// META: fault=return() of an iterator is rejected while a next() is pending.
// META: requirement=iter-return-waits
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const { next, return: original } = iterator;
    let waiting = 0;
    const done = () => void waiting--;
    iterator.next = () => {
      const promise = next.call(iterator);
      waiting++;
      whenSettled(promise, done, done);
      return promise;
    };
    iterator.return = (value) => {
      if (waiting > 0) return Promise.reject(new TypeError("a read is pending"));
      return original.call(iterator, value);
    };
    return iterator;
  };
});
