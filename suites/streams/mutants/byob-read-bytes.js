// META: fault=read() into a view of any kind gives a Uint8Array.
// META: requirement=byob-read-in-place
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const result = await Reflect.apply(read, this, args);
    const { value } = result;
    if (!value) return result;
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { done: result.done, value: bytes };
  };
});
