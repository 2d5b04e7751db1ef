// META: fault=Read results are frozen.
// META: requirement=read-result
"use strict";

const freeze = (result) => Object.freeze(result);

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return async function () {
    return freeze(await read.call(this));
  };
});
