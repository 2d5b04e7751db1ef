// META: fault=A signal cancels the source of a pipe before it aborts the destination.
// META: requirement=pipe-signal-order
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
      async function (reason) {
        if (isPiped()) await undefined;
        return Reflect.apply(abort, this, [reason]);
      },
  });
  own.stream = construct([sink, args[1]]);
  return own.stream;
});
