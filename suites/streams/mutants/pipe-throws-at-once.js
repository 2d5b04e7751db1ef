// META: fault=pipeTo() throws for options that are no object, where its promise should be rejected.
// META: requirement=pipe-options-dictionary
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const options = args[1] ?? {};
    if (Object(options) !== options) throw new TypeError("the options are not an object");
    return Reflect.apply(pipeTo, this, args);
  };
});
