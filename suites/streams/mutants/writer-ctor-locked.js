// META: fault=new WritableStreamDefaultWriter() of a locked stream takes the lock from its writer.
// META: requirement=writer-ctor-locked
"use strict";

const writers = new WeakMap();
const { releaseLock } = WritableStreamDefaultWriter.prototype;

mutateConstructor(globalThis, "WritableStreamDefaultWriter", (args, construct) => {
  if (writers.has(args[0])) releaseLock.call(writers.get(args[0]));
  const writer = construct(args);
  writers.set(args[0], writer);
  return writer;
});
