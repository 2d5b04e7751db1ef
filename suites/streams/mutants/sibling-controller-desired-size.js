// META: fault=desiredSize of a default controller takes a byte controller.
// META: requirement=idl-attribute-brand
// Node.js does much the same, so that nothing changes there.
"use strict";

const sibling = Object.getOwnPropertyDescriptor(
  ReadableByteStreamController.prototype,
  "desiredSize",
);

mutateGetter(ReadableStreamDefaultController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    return Reflect.apply(
      this instanceof ReadableByteStreamController ? sibling.get : desiredSize,
      this,
      [],
    );
  };
});
