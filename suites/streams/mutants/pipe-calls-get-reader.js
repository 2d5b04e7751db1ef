// META: fault=pipeTo() calls the public getReader() of its source.
// META: requirement=pipe-public-api
// META: requirement=patched-methods
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (this instanceof ReadableStream && !this.locked) this.getReader().releaseLock();
    return Reflect.apply(pipeTo, this, args);
  };
});
