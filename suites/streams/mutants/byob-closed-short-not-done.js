// META: fault=A read with min that ends short of it after close() is not done.
// META: requirement=min-close-short
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const result = await Reflect.apply(read, this, args);
    if (result.done && result.value?.byteLength > 0) result.done = false;
    return result;
  };
});
