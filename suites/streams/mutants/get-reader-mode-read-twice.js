// META: fault=getReader() reads the mode twice.
// META: requirement=get-reader-options-dictionary
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    if (Object(args[0]) === args[0]) Reflect.get(args[0], "mode");
    return Reflect.apply(getReader, this, args);
  };
});
