// META: fault=desiredSize of a readable stream never falls below 0.
// META: requirement=controller-desired-size
"use strict";

mutateGetter(ReadableStreamDefaultController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return size < 0 ? 0 : size;
  };
});
