// META: fault=cancel() throws for a foreign object, where it should give a rejected promise.
// META: requirement=idl-promise-operation-brand
"use strict";

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason) {
    if (!(this instanceof ReadableStream)) throw new TypeError("not a stream");
    return cancel.call(this, reason);
  };
});
