// META: fault=error() of a writable controller returns true.
// META: requirement=ws-error-returns-undefined
"use strict";

mutate(WritableStreamDefaultController.prototype, "error", (error) => {
  return function (...args) {
    Reflect.apply(error, this, args);
    return true;
  };
});
