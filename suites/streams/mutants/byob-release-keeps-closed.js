// META: fault=releaseLock() of a BYOB reader leaves closed as it is where the stream has ended.
// META: requirement=release-closed-replaced
// META: requirement=byob-release
"use strict";

const kept = new WeakMap();
const { closed } = Object.getOwnPropertyDescriptors(ReadableStreamBYOBReader.prototype);

mutate(ReadableStreamBYOBReader.prototype, "releaseLock", (releaseLock) => {
  return function () {
    const before = closed.get.call(this);
    whenSettled(before);
    releaseLock.call(this);
    if (!kept.has(this)) kept.set(this, before);
  };
});

mutateGetter(ReadableStreamBYOBReader.prototype, "closed", (get) => {
  return function () {
    return kept.get(this) ?? get.call(this);
  };
});
