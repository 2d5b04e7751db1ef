// META: fault=pipeThrough() returns the readable side though the writable side is locked.
// META: requirement=pipe-through-writable-locked
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    const [pair] = args;
    try {
      return Reflect.apply(pipeThrough, this, args);
    } catch (error) {
      const locked = pair?.writable instanceof WritableStream && pair.writable.locked;
      if (!locked || !(pair?.readable instanceof ReadableStream)) throw error;
      return pair.readable;
    }
  };
});
