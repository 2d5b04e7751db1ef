// META: fault=enqueue() without an argument throws a TypeError.
// META: requirement=enqueue-undefined
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (args.length === 0) throw new TypeError("enqueue() requires a chunk");
    return enqueue.apply(this, args);
  };
});
