// META: fault=A default reader gets a chunk of a subclass of Uint8Array as it was enqueued.
// META: requirement=byte-chunk-type
"use strict";

const last = {};

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    if (args[0] instanceof Uint8Array) last.prototype = Object.getPrototypeOf(args[0]);
    return Reflect.apply(enqueue, this, args);
  };
});

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return async function () {
    const result = await read.call(this);
    const plain = result.value instanceof Uint8Array && last.prototype;
    if (plain) Object.setPrototypeOf(result.value, last.prototype);
    return result;
  };
});
