// META: fault=An iteration method that returns a function is a TypeError, though that is an object.
// META: requirement=from-iterator-object
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    const method = iterable?.[Symbol.asyncIterator];
    if (typeof method !== "function") return from(iterable);
    return from({
      [Symbol.asyncIterator]() {
        const iterator = Reflect.apply(method, iterable, []);
        return typeof iterator === "function" ? undefined : iterator;
      },
    });
  };
});
