// META: fault=releaseLock() of a default reader takes a BYOB reader.
// META: requirement=idl-operation-brand
"use strict";

const sibling = ReadableStreamBYOBReader.prototype.releaseLock;

mutate(ReadableStreamDefaultReader.prototype, "releaseLock", (releaseLock) => {
  return function (...args) {
    return Reflect.apply(
      this instanceof ReadableStreamBYOBReader ? sibling : releaseLock,
      this,
      args,
    );
  };
});
