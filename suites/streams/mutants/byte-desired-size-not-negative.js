// META: fault=desiredSize of a byte controller never falls below 0.
// META: requirement=byte-desired-size
"use strict";

mutateGetter(ReadableByteStreamController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return size < 0 ? 0 : size;
  };
});
