// META: fault=respond() without an argument counts as respond(0).
// META: requirement=idl-arguments-count
// META: requirement=request-closed-zero
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respond", (respond) => {
  return function (bytesWritten = 0) {
    return respond.call(this, bytesWritten);
  };
});
