// META: fault=error() of a stream that has ended throws a TypeError.
// META: requirement=error-after-end
"use strict";

const ended = new WeakSet();

for (const key of ["close", "error"]) {
  mutate(ReadableStreamDefaultController.prototype, key, (original) => {
    return function (...args) {
      if (key === "error" && ended.has(this)) throw new TypeError("the stream has ended");
      original.apply(this, args);
      if (key === "error" || this.desiredSize === 0) ended.add(this);
    };
  });
}
