// META: fault=error() does nothing once close() was called, though chunks are queued.
// META: requirement=error-while-closing
"use strict";

const closing = new WeakSet();

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function () {
    close.call(this);
    closing.add(this);
  };
});

mutate(ReadableStreamDefaultController.prototype, "error", (error) => {
  return function (reason) {
    if (!closing.has(this)) error.call(this, reason);
  };
});
