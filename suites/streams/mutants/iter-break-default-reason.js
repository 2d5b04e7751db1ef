// META: fault=Leaving the iteration early cancels the stream with an AbortError, where undefined is due.
// META: requirement=iter-break
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const original = iterator.return;
    iterator.return = async (reason) => {
      const value = reason ?? new DOMException("left", "AbortError");
      const result = await original.call(iterator, value);
      return { done: result.done, value: reason };
    };
    return iterator;
  };
});
