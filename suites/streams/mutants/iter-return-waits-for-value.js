// META: fault=return() of an iterator waits for its argument where that is a promise.
// META: requirement=iter-return-value
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const original = iterator.return;
    iterator.return = async (value) => {
      const result = await original.call(iterator, value);
      return { done: result.done, value: await result.value };
    };
    return iterator;
  };
});
