// META: fault=closed of a default reader takes a BYOB reader.
// META: requirement=idl-promise-attribute-brand
"use strict";

const sibling = Object.getOwnPropertyDescriptor(ReadableStreamBYOBReader.prototype, "closed");

mutateGetter(ReadableStreamDefaultReader.prototype, "closed", (closed) => {
  return function () {
    return Reflect.apply(this instanceof ReadableStreamBYOBReader ? sibling.get : closed, this, []);
  };
});
