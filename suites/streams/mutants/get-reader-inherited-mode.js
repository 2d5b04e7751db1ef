// META: fault=getReader() makes an object of its absent options, which inherits from Object.prototype.
// META: requirement=patched-object-prototype
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (options = {}) {
    return getReader.call(this, options);
  };
});
