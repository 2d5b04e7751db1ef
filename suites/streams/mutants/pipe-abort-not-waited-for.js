// META: fault=A pipe does not wait for the abort of its destination.
// META: requirement=pipe-signal-waits
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
    abort: (abort) =>
      function (...given) {
        const result = Reflect.apply(abort, this, given);
        if (!isPiped() || !(result instanceof Promise)) return result;
        whenSettled(result);
      },
  });
  own.stream = construct([sink, args[1]]);
  return own.stream;
});
