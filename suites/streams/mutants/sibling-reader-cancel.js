// META: fault=cancel() of a default reader takes a BYOB reader.
// META: requirement=idl-promise-operation-brand
"use strict";

const sibling = ReadableStreamBYOBReader.prototype.cancel;

mutate(ReadableStreamDefaultReader.prototype, "cancel", (cancel) => {
  return function (...args) {
    return Reflect.apply(this instanceof ReadableStreamBYOBReader ? sibling : cancel, this, args);
  };
});
