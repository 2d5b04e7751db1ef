// META: fault=tee() calls the public getReader() of its stream.
// META: requirement=tee-public-api
// META: requirement=patched-methods
"use strict";

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    if (this instanceof ReadableStream && !this.locked) this.getReader().releaseLock();
    return tee.call(this);
  };
});
