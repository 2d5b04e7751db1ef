// META: fault=error() of a transform controller returns true.
// META: requirement=ts-returns-undefined
"use strict";

mutate(TransformStreamDefaultController.prototype, "error", (error) => {
  return function (...args) {
    Reflect.apply(error, this, args);
    return true;
  };
});
