// META: fault=An error of the source aborts the destination of a pipe with another error.
// META: requirement=pipe-forward-error
"use strict";

const destinations = new WeakSet();

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const kept = {};
  const sink = withMembers(args[0], {
    abort: (abort) =>
      function (reason) {
        const piped = destinations.has(kept.stream) && reason instanceof Error;
        return Reflect.apply(abort, this, [piped ? new Error(reason.message) : reason]);
      },
  });
  kept.stream = construct([sink, args[1]]);
  return kept.stream;
});

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (Object(args[0]) === args[0] && !args[1]?.signal) destinations.add(args[0]);
    return Reflect.apply(pipeTo, this, args);
  };
});
