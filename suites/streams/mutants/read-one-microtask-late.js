// META: fault=A read is fulfilled one microtask late.
// META: requirement=read-microtask
"use strict";

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return async function () {
    return await read.call(this);
  };
});
