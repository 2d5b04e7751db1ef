// META: fault=A second answer to a request does nothing, where it should throw a TypeError.
// META: requirement=request-ended
"use strict";

const answered = new WeakSet();

for (const key of ["respond", "respondWithNewView"]) {
  mutate(ReadableStreamBYOBRequest.prototype, key, (original) => {
    return function (...args) {
      if (answered.has(this)) return;
      Reflect.apply(original, this, args);
      answered.add(this);
    };
  });
}
