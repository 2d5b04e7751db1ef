// META: fault=close() of a default controller takes a byte controller.
// META: requirement=idl-operation-brand
// Node.js does much the same, so that nothing changes there.
"use strict";

const sibling = ReadableByteStreamController.prototype.close;

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function (...args) {
    return Reflect.apply(
      this instanceof ReadableByteStreamController ? sibling : close,
      this,
      args,
    );
  };
});
