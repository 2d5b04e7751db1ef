// META: fault=respond(0) does nothing while the stream is readable.
// META: requirement=request-respond-zero
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respond", (respond) => {
  return function (...args) {
    try {
      return Reflect.apply(respond, this, args);
    } catch (error) {
      if (args[0] !== 0 || !this.view?.byteLength) throw error;
    }
  };
});
