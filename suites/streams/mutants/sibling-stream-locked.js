// META: fault=locked of a readable stream takes a writable one.
// META: requirement=idl-attribute-brand
"use strict";

const sibling = Object.getOwnPropertyDescriptor(WritableStream.prototype, "locked");

mutateGetter(ReadableStream.prototype, "locked", (locked) => {
  return function () {
    return Reflect.apply(this instanceof WritableStream ? sibling.get : locked, this, []);
  };
});
