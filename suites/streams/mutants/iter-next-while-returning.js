// META: fault=next() that is called while return() is pending is rejected.
// META: requirement=iter-next-after-return
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const { next, return: original } = iterator;
    let returning = false;
    iterator.return = (value) => {
      const promise = original.call(iterator, value);
      returning = true;
      const done = () => {
        returning = false;
      };
      whenSettled(promise, done, done);
      return promise;
    };
    iterator.next = async () => {
      if (returning) throw new TypeError("return() is pending");
      return next.call(iterator);
    };
    return iterator;
  };
});
