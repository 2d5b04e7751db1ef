// META: fault=locked takes every object that inherits from ReadableStream.prototype.
// META: requirement=idl-attribute-brand
"use strict";

mutateGetter(ReadableStream.prototype, "locked", (locked) => {
  return function () {
    try {
      return locked.call(this);
    } catch (error) {
      if (this instanceof ReadableStream) return false;
      throw error;
    }
  };
});
