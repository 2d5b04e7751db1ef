// META: fault=A second return() of an iterator cancels the stream again, though somebody else may read it.
// META: requirement=iter-return-twice
"use strict";

const { cancel } = ReadableStream.prototype;

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    const iterator = values.call(this, options);
    const { return: original } = iterator;
    let returned = false;
    iterator.return = async (value) => {
      if (returned) await cancel.call(this, value);
      returned = true;
      return original.call(iterator, value);
    };
    return iterator;
  };
});
