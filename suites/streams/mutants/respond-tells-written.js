// META: fault=respond() returns the number of bytes.
// META: requirement=request-respond
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respond", (respond) => {
  return function (...args) {
    Reflect.apply(respond, this, args);
    return args[0];
  };
});
