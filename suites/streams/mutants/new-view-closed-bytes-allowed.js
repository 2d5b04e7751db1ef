// META: fault=After close() respondWithNewView() with bytes ends the read like an empty view.
// META: requirement=new-view-closed
"use strict";

const { respond } = ReadableStreamBYOBRequest.prototype;

mutate(ReadableStreamBYOBRequest.prototype, "respondWithNewView", (respondWithNewView) => {
  return function (...args) {
    try {
      return Reflect.apply(respondWithNewView, this, args);
    } catch (error) {
      const own = this.view;
      if (!own?.byteLength || args[0]?.buffer !== own.buffer) throw error;
      try {
        respond.call(this, 0);
      } catch {
        throw error;
      }
    }
  };
});
