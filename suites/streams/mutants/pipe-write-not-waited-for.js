// META: fault=A pipe does not wait for the promises of the writes to its destination.
// META: requirement=pipe-order
// META: requirement=pipe-signal-waits-write
"use strict";

const piped = new WeakSet();

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (Object(args[0]) === args[0]) piped.add(args[0]);
    return Reflect.apply(pipeTo, this, args);
  };
});

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const own = {};
  const isPiped = () => piped.has(own.stream);
  const sink = withMembers(args[0], {
    write: (write) =>
      function (...given) {
        const result = Reflect.apply(write, this, given);
        if (!isPiped() || !(result instanceof Promise)) return result;
        whenSettled(result);
      },
  });
  own.stream = construct([sink, args[1]]);
  return own.stream;
});
