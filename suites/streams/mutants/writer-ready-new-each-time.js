// META: fault=ready of a writer gives another promise each time.
// META: requirement=writer-same-promises
"use strict";

mutateGetter(WritableStreamDefaultWriter.prototype, "ready", (ready) => {
  return function () {
    const promise = ready.call(this);
    const other = (async () => await promise)();
    whenSettled(other);
    return other;
  };
});
