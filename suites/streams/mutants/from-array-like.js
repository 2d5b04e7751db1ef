// META: fault=from() takes an object that is like an array.
// META: requirement=from-refuses
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    const plain = Object(iterable) === iterable && typeof iterable !== "function";
    const methods = plain && (iterable[Symbol.asyncIterator] ?? iterable[Symbol.iterator]);
    return plain && !methods ? from(Array.from(iterable)) : from(iterable);
  };
});
