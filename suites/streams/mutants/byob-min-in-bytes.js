// META: fault=min counts bytes, whatever the elements of the view are.
// META: requirement=min-waits
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    const [view, options] = args;
    const size = view?.BYTES_PER_ELEMENT;
    if (size > 1 && options?.min > 1) args[1] = { min: Math.ceil(options.min / size) };
    return Reflect.apply(read, this, args);
  };
});
