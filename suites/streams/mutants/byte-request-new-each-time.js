// META: fault=byobRequest gives another request each time.
// META: requirement=byte-request-same
"use strict";

const { view } = Object.getOwnPropertyDescriptors(ReadableStreamBYOBRequest.prototype);
const originals = new WeakMap();

mutateGetter(ReadableByteStreamController.prototype, "byobRequest", (byobRequest) => {
  return function () {
    const request = byobRequest.call(this);
    if (request === null) return null;
    const other = Object.create(ReadableStreamBYOBRequest.prototype);
    originals.set(other, request);
    return other;
  };
});

mutateGetter(ReadableStreamBYOBRequest.prototype, "view", () => {
  return function () {
    return view.get.call(originals.get(this) ?? this);
  };
});

for (const key of ["respond", "respondWithNewView"]) {
  mutate(ReadableStreamBYOBRequest.prototype, key, (original) => {
    return function (...args) {
      return Reflect.apply(original, originals.get(this) ?? this, args);
    };
  });
}
