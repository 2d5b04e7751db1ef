// META: fault=desiredSize of a writer of an errored stream is 0.
// META: requirement=writer-desired-size-errored
"use strict";

mutateGetter(WritableStreamDefaultWriter.prototype, "desiredSize", (desiredSize) => {
  return function () {
    return desiredSize.call(this) ?? 0;
  };
});
