// META: fault=next() of an iterator that has come to its end is rejected.
// META: requirement=iter-ended
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const { next } = iterator;
    let ended = false;
    iterator.next = () => {
      if (ended) return Promise.reject(new TypeError("the iteration is over"));
      const promise = next.call(iterator);
      const look = ({ done }) => {
        ended = done;
      };
      whenSettled(promise, look);
      return promise;
    };
    return iterator;
  };
});
