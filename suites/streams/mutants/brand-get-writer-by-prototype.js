// META: fault=getWriter() refuses a writable stream that does not inherit from WritableStream.prototype.
// META: requirement=idl-operation-brand
"use strict";

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    if (!(this instanceof WritableStream)) throw new TypeError("not a WritableStream");
    return getWriter.call(this);
  };
});
