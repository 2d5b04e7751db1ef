// META: fault=closed of a released writer is rejected with the error of the stream where that is errored.
// META: requirement=writer-release-promises
"use strict";

const { closed } = Object.getOwnPropertyDescriptors(WritableStreamDefaultWriter.prototype);
const kept = new WeakMap();

mutate(WritableStreamDefaultWriter.prototype, "releaseLock", (releaseLock) => {
  return function () {
    let errored = false;
    try {
      errored = this.desiredSize === null;
    } catch {}
    if (errored) {
      const before = closed.get.call(this);
      whenSettled(before);
      kept.set(this, before);
    }
    releaseLock.call(this);
  };
});

mutateGetter(WritableStreamDefaultWriter.prototype, "closed", (get) => {
  return function () {
    return kept.get(this) ?? get.call(this);
  };
});
