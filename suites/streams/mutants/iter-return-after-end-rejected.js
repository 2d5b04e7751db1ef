// META: fault=return() of an iterator that has come to its end is rejected.
// META: requirement=iter-ended
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const { next, return: original } = iterator;
    let ended = false;
    iterator.next = () => {
      const promise = next.call(iterator);
      whenSettled(promise, ({ done }) => {
        ended = done;
      });
      return promise;
    };
    iterator.return = async (value) => {
      if (ended) throw new TypeError("the iteration is over");
      return original.call(iterator, value);
    };
    return iterator;
  };
});
