// META: fault=respondWithNewView() takes a view with another offset, and counts its bytes alone.
// META: requirement=new-view-offset
"use strict";

const { respond } = ReadableStreamBYOBRequest.prototype;

mutate(ReadableStreamBYOBRequest.prototype, "respondWithNewView", (respondWithNewView) => {
  return function (...args) {
    const own = this.view;
    const [view] = args;
    if (!own || view?.buffer !== own.buffer || view.byteOffset === own.byteOffset) {
      return Reflect.apply(respondWithNewView, this, args);
    }
    return respond.call(this, view.byteLength);
  };
});
