// META: fault=A pipe whose destination is locked locks its source before it is rejected.
// META: requirement=pipe-destination-locked
"use strict";

const { getReader } = ReadableStream.prototype;

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const locked = args[0] instanceof WritableStream && args[0].locked;
    const promise = Reflect.apply(pipeTo, this, args);
    if (locked && this instanceof ReadableStream && !this.locked) getReader.call(this);
    return promise;
  };
});
