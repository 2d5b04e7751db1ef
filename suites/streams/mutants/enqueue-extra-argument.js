// META: fault=enqueue() with a second argument throws a TypeError.
// META: requirement=enqueue-any-chunk
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (args.length > 1) throw new TypeError("too many arguments");
    return Reflect.apply(enqueue, this, args);
  };
});
