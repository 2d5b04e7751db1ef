// META: fault=close() of an errored stream does nothing, where it should throw a TypeError.
// META: requirement=close-after-end
"use strict";

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function () {
    if (this.desiredSize !== null) close.call(this);
  };
});
