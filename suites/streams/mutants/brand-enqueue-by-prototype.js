// META: fault=enqueue() takes every object that inherits from ReadableStreamDefaultController.prototype, and does nothing.
// META: requirement=idl-operation-brand
"use strict";

const { desiredSize } = Object.getOwnPropertyDescriptors(ReadableStreamDefaultController.prototype);

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (this instanceof ReadableStreamDefaultController) {
      try {
        desiredSize.get.call(this);
      } catch {
        return;
      }
    }
    return Reflect.apply(enqueue, this, args);
  };
});
