// META: fault=closed of a BYOB reader gives another promise each time.
// META: requirement=closed-same
// META: requirement=byob-closed
"use strict";

mutateGetter(ReadableStreamBYOBReader.prototype, "closed", (closed) => {
  return function () {
    const promise = closed.call(this);
    const other = (async () => await promise)();
    whenSettled(other);
    return other;
  };
});
