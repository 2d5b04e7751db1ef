// META: fault=The getter of closed throws for a foreign object, where it should give a rejected promise.
// META: requirement=idl-promise-attribute-brand
"use strict";

mutateGetter(ReadableStreamDefaultReader.prototype, "closed", (closed) => {
  return function () {
    if (!(this instanceof ReadableStreamDefaultReader)) throw new TypeError("not a reader");
    return closed.call(this);
  };
});
