// META: fault=respondWithNewView() refuses a DataView.
// META: requirement=new-view
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respondWithNewView", (respondWithNewView) => {
  return function (...args) {
    if (args[0] instanceof DataView) throw new TypeError("not a typed array");
    return Reflect.apply(respondWithNewView, this, args);
  };
});
