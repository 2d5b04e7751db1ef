// META: fault=desiredSize of a transform controller is 0 once the stream is errored.
// META: requirement=ts-desired-size
"use strict";

mutateGetter(TransformStreamDefaultController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    return desiredSize.call(this) ?? 0;
  };
});
