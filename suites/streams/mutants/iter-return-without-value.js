// META: fault=return() of an iterator does not give its argument back.
// META: requirement=iter-return-value
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const original = iterator.return;
    iterator.return = async (value) => {
      await original.call(iterator, value);
      return { done: true, value: undefined };
    };
    return iterator;
  };
});
