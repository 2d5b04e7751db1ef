// META: fault=A min that is more than the view holds is a TypeError.
// META: requirement=min-too-large
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    try {
      return await Reflect.apply(read, this, args);
    } catch (error) {
      throw error instanceof RangeError ? new TypeError(error.message) : error;
    }
  };
});
