// META: fault=close() of a stream that was canceled does nothing, where it should throw a TypeError.
// META: requirement=close-after-end
"use strict";

const canceled = new WeakSet();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  let own;
  const source = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        own = controller;
        return Reflect.apply(start, this, [controller]);
      },
    cancel: (cancel) =>
      function (reason) {
        canceled.add(own);
        return Reflect.apply(cancel, this, [reason]);
      },
  });
  return construct([source, args[1]]);
});

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function (...args) {
    if (!canceled.has(this)) return Reflect.apply(close, this, args);
  };
});
