// META: fault=from() takes Symbol.iterator where an object has Symbol.asyncIterator too.
// META: requirement=from-async-first
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    const iterator = iterable[Symbol.iterator];
    if (typeof iterable !== "object" || iterator === undefined) return from(iterable);
    return from({ [Symbol.iterator]: () => Reflect.apply(iterator, iterable, []) });
  };
});
