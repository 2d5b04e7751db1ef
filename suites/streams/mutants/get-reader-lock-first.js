// META: fault=getReader() looks at the lock before it reads its options.
// META: requirement=get-reader-options-first
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    if (this.locked) throw new TypeError("the stream is locked");
    return getReader.apply(this, args);
  };
});
