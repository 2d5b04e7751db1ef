// META: fault=A pipe does not wait for the cancel of its source.
// META: requirement=pipe-signal-waits
"use strict";

const piped = new WeakSet();

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (Object(this) === this) piped.add(this);
    return Reflect.apply(pipeTo, this, args);
  };
});

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const own = {};
  const isPiped = () => piped.has(own.stream);
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      function (...given) {
        const result = Reflect.apply(cancel, this, given);
        if (!isPiped() || !(result instanceof Promise)) return result;
        whenSettled(result);
      },
  });
  own.stream = construct([source, args[1]]);
  return own.stream;
});
