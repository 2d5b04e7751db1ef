// META: fault=closed of a reader gives another promise each time.
// META: requirement=closed-same
"use strict";

mutateGetter(ReadableStreamDefaultReader.prototype, "closed", (closed) => {
  return function () {
    const promise = closed.call(this);
    const other = (async () => await promise)();
    whenSettled(other);
    return other;
  };
});
