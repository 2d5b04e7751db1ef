// META: fault=The promise of the pipe behind pipeThrough() is not marked as handled.
// META: requirement=pipe-through-handled
"use strict";

const { pipeTo } = ReadableStream.prototype;
const locked = (stream) => stream.locked;

mutate(ReadableStream.prototype, "pipeThrough", (pipeThrough) => {
  return function (...args) {
    const [pair, options] = args;
    const plain = Object(pair) === pair && options === undefined;
    if (!plain || locked(this)) return Reflect.apply(pipeThrough, this, args);
    const { readable, writable } = pair;
    const fits = readable instanceof ReadableStream && writable instanceof WritableStream;
    if (!fits || locked(writable)) return pipeThrough.call(this, { readable, writable });
    pipeTo.call(this, writable);
    return readable;
  };
});
