// META: fault=The mode has to be a string: an object that converts to "byob" is refused.
// META: requirement=get-reader-mode-string
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (options) {
    if (typeof options?.mode === "object") throw new TypeError("the mode is not a string");
    return getReader.call(this, options);
  };
});
