// META: fault=A promise that is enqueued is waited for, and its value becomes the chunk.
// META: requirement=enqueue-any-chunk
"use strict";

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    if (!(chunk instanceof Promise)) return enqueue.call(this, chunk);
    whenSettled(chunk, (value) => enqueue.call(this, value));
  };
});
