// META: fault=The end of the stream ends its iteration, and leaves the stream locked.
// META: requirement=iter-for-await
"use strict";

const { getReader } = ReadableStream.prototype;

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const { next } = iterator;
    let over = false;
    iterator.next = async () => {
      const result = await next.call(iterator);
      if (result.done && !over && !this.locked) getReader.call(this);
      over = result.done;
      return result;
    };
    return iterator;
  };
});
