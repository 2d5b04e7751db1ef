// META: fault=read() into a view gives a view with offset 0, on a buffer of its size.
// META: requirement=byob-read-in-place
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const result = await Reflect.apply(read, this, args);
    const { value } = result;
    if (!value?.byteOffset) return result;
    const buffer = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    return { done: result.done, value: new value.constructor(buffer) };
  };
});
