// META: fault=terminate() errors the writable side with an Error that is no TypeError.
// META: requirement=ts-terminate
"use strict";

mutate(TransformStreamDefaultController.prototype, "terminate", (terminate) => {
  return function () {
    terminate.call(this);
    terminated = true;
  };
});

let terminated = false;

mutateGetter(WritableStreamDefaultWriter.prototype, "closed", (closed) => {
  return function () {
    const promise = closed.call(this);
    if (!terminated) return promise;
    const other = whenSettled(promise, undefined, (error) => {
      throw error instanceof TypeError ? new Error(error.message) : error;
    });
    whenSettled(other);
    return other;
  };
});
