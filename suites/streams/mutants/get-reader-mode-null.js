// META: fault=The mode null counts as absent.
// META: requirement=get-reader-mode-enum
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (options) {
    return options?.mode === null ? getReader.call(this) : getReader.call(this, options);
  };
});
