// META: fault=preventClose of a pipe counts only when it is true itself.
// META: requirement=pipe-options-boolean
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (destination, options) {
    if (Object(options) !== options || arguments.length < 2) {
      return Reflect.apply(pipeTo, this, arguments);
    }
    const { preventAbort, preventCancel, preventClose, signal } = options;
    const strict = { preventAbort, preventCancel, preventClose: preventClose === true, signal };
    return pipeTo.call(this, destination, strict);
  };
});
