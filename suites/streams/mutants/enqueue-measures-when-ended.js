// META: fault=enqueue() calls size() before it finds that the stream has ended.
// META: requirement=cancel-clears-algorithms
"use strict";

const sizes = new WeakMap();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        if (typeof args[1]?.size === "function") sizes.set(controller, args[1].size);
        return Reflect.apply(start, this, [controller]);
      },
  });
  return construct([source, args[1]]);
});

mutate(ReadableStreamDefaultController.prototype, "enqueue", (enqueue) => {
  return function (chunk) {
    try {
      return enqueue.call(this, chunk);
    } catch (error) {
      if (error instanceof TypeError) sizes.get(this)?.(chunk);
      throw error;
    }
  };
});
