// META: fault=size() is called for a chunk that goes to a waiting read.
// META: requirement=enqueue-waiting-read
"use strict";

const controllers = new WeakMap();
const sizes = new WeakMap();
const waiting = new WeakMap();
const readers = new WeakMap();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  let own;
  const source = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        own = controller;
        return Reflect.apply(start, this, [controller]);
      },
  });
  const stream = construct([source, args[1]]);
  if (own) {
    controllers.set(stream, own);
    sizes.set(own, args[1]?.size);
  }
  return stream;
});

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    const reader = getReader.apply(this, args);
    readers.set(reader, controllers.get(this));
    return reader;
  };
});

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return function () {
    const promise = read.call(this);
    const controller = readers.get(this);
    if (controller) {
      waiting.set(controller, (waiting.get(controller) ?? 0) + 1);
      const done = () => void waiting.set(controller, waiting.get(controller) - 1);
      whenSettled(promise, done, done);
    }
    return promise;
  };
});

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    if (waiting.get(this) > 0) sizes.get(this)?.call(undefined, chunk);
    return enqueue.call(this, chunk);
  };
});
