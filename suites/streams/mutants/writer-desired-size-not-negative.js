// META: fault=desiredSize of a writer never falls below 0.
// META: requirement=writer-desired-size
"use strict";

mutateGetter(WritableStreamDefaultWriter.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return size < 0 ? 0 : size;
  };
});
