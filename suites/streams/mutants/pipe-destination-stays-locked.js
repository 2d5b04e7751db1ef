// META: fault=A pipe whose source is locked locks its destination before it is rejected.
// META: requirement=pipe-source-locked
"use strict";

const { getWriter } = WritableStream.prototype;

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const locked = this instanceof ReadableStream && this.locked;
    const promise = Reflect.apply(pipeTo, this, args);
    if (locked && args[0] instanceof WritableStream && !args[0].locked) getWriter.call(args[0]);
    return promise;
  };
});
