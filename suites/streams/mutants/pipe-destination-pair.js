// META: fault=pipeTo() takes an object with a writable stream for its destination.
// META: requirement=pipe-destination-type
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args[0]?.writable instanceof WritableStream) args[0] = args[0].writable;
    return Reflect.apply(pipeTo, this, args);
  };
});
