// META: fault=tee() hands a chunk to its second branch before the first.
// META: requirement=order-tee
"use strict";

const first = new WeakSet();
const readers = new WeakSet();

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    first.add(branches[0]);
    return branches;
  };
});

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    const reader = getReader.apply(this, args);
    if (first.has(this)) readers.add(reader);
    return reader;
  };
});

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return function () {
    const promise = read.call(this);
    return readers.has(this) ? whenSettled(promise, (result) => result) : promise;
  };
});
