// META: fault=A pipe is fulfilled though the close of its destination fails.
// META: requirement=pipe-forward-close-fails
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
    close: (close) =>
      async function (...given) {
        try {
          await Reflect.apply(close, this, given);
        } catch (error) {
          if (!isPiped()) throw error;
        }
      },
  });
  own.stream = construct([sink, args[1]]);
  return own.stream;
});
