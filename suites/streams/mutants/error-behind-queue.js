// META: fault=error() lets the chunk at the head of the queue be read before it takes effect.
// META: requirement=error-drops-queue
"use strict";

const controllers = new WeakMap();
const readers = new WeakMap();
const waiting = new WeakMap();
const highWaterMarks = new WeakMap();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  let own;
  const source = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        own = controller;
        highWaterMarks.set(controller, controller.desiredSize);
        return Reflect.apply(start, this, [controller]);
      },
  });
  const stream = construct([source, args[1]]);
  controllers.set(stream, own);
  return stream;
});

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    const reader = getReader.apply(this, args);
    readers.set(reader, controllers.get(this));
    return reader;
  };
});

mutate(ReadableStreamDefaultController.prototype, "error", (error) => {
  return function (reason) {
    if (!(this.desiredSize < highWaterMarks.get(this))) return error.call(this, reason);
    waiting.set(this, () => error.call(this, reason));
  };
});

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return function () {
    const promise = read.call(this);
    const controller = readers.get(this);
    if (controller && waiting.has(controller)) waiting.get(controller)();
    return promise;
  };
});
