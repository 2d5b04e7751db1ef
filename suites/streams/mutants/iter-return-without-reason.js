// META: fault=return() of an iterator cancels the stream without its argument.
// META: requirement=iter-return-value
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const original = iterator.return;
    iterator.return = async (value) => {
      const { done } = await original.call(iterator);
      return { done, value };
    };
    return iterator;
  };
});
