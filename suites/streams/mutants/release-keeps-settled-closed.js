// META: fault=releaseLock() leaves closed as it is where the stream has ended.
// META: requirement=release-closed-replaced
"use strict";

const kept = new WeakMap();
const { closed } = Object.getOwnPropertyDescriptors(ReadableStreamDefaultReader.prototype);

mutate(ReadableStreamDefaultReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    const before = closed.get.call(this);
    whenSettled(before);
    releaseLock.call(this);
    if (!kept.has(this)) kept.set(this, before);
  };
});

mutateGetter(ReadableStreamDefaultReader.prototype, "closed", (get) => {
  return function () {
    return kept.get(this) ?? get.call(this);
  };
});
