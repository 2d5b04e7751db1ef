// META: fault=A read with min that ends short of it after close() loses the bytes that there are.
// META: requirement=min-close-short
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const result = await Reflect.apply(read, this, args);
    if (result.done && result.value?.byteLength > 0) result.value = result.value.subarray(0, 0);
    return result;
  };
});
