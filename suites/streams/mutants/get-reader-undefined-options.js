// META: fault=getReader() refuses undefined for its options.
// META: requirement=get-reader-options-dictionary
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    if (args.length > 0 && args[0] === undefined) throw new TypeError("not an object");
    return Reflect.apply(getReader, this, args);
  };
});
