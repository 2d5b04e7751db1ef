// META: fault=enqueue() of a transform controller without an argument throws a TypeError.
// META: requirement=ts-enqueue-anytime
"use strict";

mutate(TransformStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (args.length === 0) throw new TypeError("enqueue() requires a chunk");
    return Reflect.apply(enqueue, this, args);
  };
});
