// META: fault=After close() respond() with bytes ends the read like respond(0).
// META: requirement=request-closed-bytes
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respond", (respond) => {
  return function (...args) {
    try {
      return Reflect.apply(respond, this, args);
    } catch (error) {
      if (!(args[0] > 0) || !this.view || args[0] > this.view.byteLength) throw error;
      return respond.call(this, 0);
    }
  };
});
