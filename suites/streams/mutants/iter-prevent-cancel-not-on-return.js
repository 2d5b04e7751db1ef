// META: fault=preventCancel does not count for a direct call of return() with a reason.
// META: requirement=iter-prevent-cancel
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const original = iterator.return;
    iterator.return = async (value) => {
      const result = await original.call(iterator, value);
      if (value !== undefined && !this.locked) await this.cancel(value);
      return result;
    };
    return iterator;
  };
});
