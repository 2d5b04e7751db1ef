// META: fault=pipeThrough() of a locked stream returns the readable side.
// META: requirement=pipe-through-source-locked
"use strict";

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    const [pair] = args;
    try {
      return Reflect.apply(pipeThrough, this, args);
    } catch (error) {
      const locked = this instanceof ReadableStream && this.locked;
      if (!locked || !(pair?.readable instanceof ReadableStream)) throw error;
      return pair.readable;
    }
  };
});
