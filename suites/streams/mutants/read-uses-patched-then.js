// META: fault=read() goes through Promise.prototype.then as the program has patched it.
// META: requirement=patched-promise
"use strict";

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return function () {
    return read.call(this).then((result) => result);
  };
});
