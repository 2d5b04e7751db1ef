// META: fault=from() refuses a function that is iterable.
// META: requirement=from-iterables
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    if (typeof iterable === "function") throw new TypeError("not iterable");
    return from(iterable);
  };
});
