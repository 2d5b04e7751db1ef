// META: fault=A pipe drops chunks that are null.
// META: requirement=pipe-any-chunk
"use strict";

const destinations = new WeakSet();

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const kept = {};
  const sink = withMembers(args[0], {
    write: (write) =>
      function (chunk, controller) {
        const drop = chunk === null && destinations.has(kept.stream);
        return drop ? undefined : Reflect.apply(write, this, [chunk, controller]);
      },
  });
  kept.stream = construct([sink, args[1]]);
  return kept.stream;
});

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args[0] instanceof WritableStream) destinations.add(args[0]);
    return Reflect.apply(pipeTo, this, args);
  };
});
