// META: fault=error() of a transform controller without an argument errors both sides with a TypeError.
// META: requirement=ts-error
"use strict";

mutate(TransformStreamDefaultController.prototype, "error", (error) => {
  return function (reason = new TypeError("the stream was errored")) {
    error.call(this, reason);
  };
});
