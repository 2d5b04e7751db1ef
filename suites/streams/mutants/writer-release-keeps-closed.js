// META: fault=releaseLock() of a writer leaves closed as it is where it has settled.
// META: requirement=writer-release-promises
"use strict";

const kept = new WeakMap();
const { closed } = Object.getOwnPropertyDescriptors(WritableStreamDefaultWriter.prototype);

mutate(WritableStreamDefaultWriter.prototype, "releaseLock", (releaseLock) => {
  return function () {
    const before = closed.get.call(this);
    whenSettled(before);
    releaseLock.call(this);
    if (!kept.has(this)) kept.set(this, before);
  };
});

mutateGetter(WritableStreamDefaultWriter.prototype, "closed", (get) => {
  return function () {
    return kept.get(this) ?? get.call(this);
  };
});
