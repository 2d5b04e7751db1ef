// META: fault=A read with min waits until its view is full.
// META: requirement=min-waits
// META: requirement=min-takes-queue
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    const [view, options] = args;
    const length = view?.length ?? view?.byteLength;
    if (options?.min > 1 && options.min < length) args[1] = { min: length };
    return Reflect.apply(read, this, args);
  };
});
