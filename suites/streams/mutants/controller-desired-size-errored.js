// META: fault=desiredSize of an errored stream is 0, where null is due.
// META: requirement=controller-desired-size-errored
"use strict";

mutateGetter(ReadableStreamDefaultController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    return desiredSize.call(this) ?? 0;
  };
});
