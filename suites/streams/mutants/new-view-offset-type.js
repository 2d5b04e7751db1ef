// META: fault=respondWithNewView() throws a TypeError for a view that does not fit.
// META: requirement=new-view-offset
// META: requirement=new-view-buffer-size
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respondWithNewView", (respondWithNewView) => {
  return function (...args) {
    try {
      return Reflect.apply(respondWithNewView, this, args);
    } catch (error) {
      throw error instanceof RangeError ? new TypeError(error.message) : error;
    }
  };
});
