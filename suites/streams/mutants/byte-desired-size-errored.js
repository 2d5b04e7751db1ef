// META: fault=desiredSize of a byte controller of an errored stream is 0.
// META: requirement=byte-desired-size-errored
"use strict";

mutateGetter(ReadableByteStreamController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    return desiredSize.call(this) ?? 0;
  };
});
