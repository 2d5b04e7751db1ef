// META: fault=enqueue() enqueues all its arguments.
// META: requirement=enqueue-any-chunk
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    Reflect.apply(enqueue, this, args);
    for (let i = 1; i < args.length; i++) enqueue.call(this, args[i]);
  };
});
