// META: fault=The branches of tee() are of the class of their stream.
// META: requirement=tee-subclass
"use strict";

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    for (let i = 0; i < 2; i++) Object.setPrototypeOf(branches[i], Object.getPrototypeOf(this));
    return branches;
  };
});
