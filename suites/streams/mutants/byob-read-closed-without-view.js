// META: fault=read() into a view of a closed stream gives undefined, and not the buffer in an empty view.
// META: requirement=byob-read-closed
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const result = await Reflect.apply(read, this, args);
    if (result.done && result.value?.byteLength === 0) result.value = undefined;
    return result;
  };
});
