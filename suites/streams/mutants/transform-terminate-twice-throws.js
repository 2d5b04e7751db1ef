// META: fault=A second terminate() throws a TypeError.
// META: requirement=ts-terminate-twice
"use strict";

const terminated = new WeakSet();

mutate(TransformStreamDefaultController.prototype, "terminate", (terminate) => {
  return function () {
    if (terminated.has(this)) throw new TypeError("the stream is terminated");
    terminate.call(this);
    terminated.add(this);
  };
});
