// META: fault=getReader() refuses null for its options.
// META: requirement=get-reader-options-dictionary
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    if (args[0] === null) throw new TypeError("the options are not an object");
    return Reflect.apply(getReader, this, args);
  };
});
