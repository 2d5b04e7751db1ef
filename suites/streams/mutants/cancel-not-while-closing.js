// META: fault=cancel() does not reach the source once close() was called, though chunks are still queued.
// META: requirement=cancel-while-closing
"use strict";

const closing = new WeakSet();

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function () {
    closing.add(this);
    close.call(this);
  };
});

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
        if (!closing.has(own)) return Reflect.apply(cancel, this, [reason]);
      },
  });
  return construct([source, args[1]]);
});
