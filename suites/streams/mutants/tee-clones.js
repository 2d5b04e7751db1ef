// META: fault=The second branch of tee() gets clones of chunks that are objects.
// META: requirement=tee-same-object
"use strict";

const second = new WeakSet();
const readers = new WeakSet();

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    second.add(branches[1]);
    return branches;
  };
});

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    const reader = getReader.apply(this, args);
    if (second.has(this)) readers.add(reader);
    return reader;
  };
});

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return function () {
    const promise = read.call(this);
    if (!readers.has(this)) return promise;
    return whenSettled(promise, ({ done, value }) => {
      return { done, value: typeof value === "object" ? structuredClone(value) : value };
    });
  };
});
