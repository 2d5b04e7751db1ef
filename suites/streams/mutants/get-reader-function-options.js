// META: fault=getReader() refuses a function for its options, though it is an object.
// META: requirement=get-reader-options-dictionary
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    if (typeof args[0] === "function") throw new TypeError("not an object");
    return Reflect.apply(getReader, this, args);
  };
});
