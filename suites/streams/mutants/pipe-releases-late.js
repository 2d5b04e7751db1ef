// META: fault=A pipe releases its source only after its promise has settled.
// META: requirement=pipe-released
"use strict";

const { getReader } = ReadableStream.prototype;
const { releaseLock } = ReadableStreamDefaultReader.prototype;

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return async function (...args) {
    try {
      return await Reflect.apply(pipeTo, this, args);
    } finally {
      if (this instanceof ReadableStream && !this.locked) {
        const reader = getReader.call(this);
        setTimeout(() => releaseLock.call(reader), 0);
      }
    }
  };
});
