// META: fault=A pipe is not rejected with the failure of the cancel of its source.
// META: requirement=pipe-backward-error-fails
// META: requirement=pipe-backward-close-fails
// META: requirement=pipe-signal-cancel-fails
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
      async function (...given) {
        try {
          await Reflect.apply(cancel, this, given);
        } catch (error) {
          if (!isPiped()) throw error;
        }
      },
  });
  own.stream = construct([source, args[1]]);
  return own.stream;
});
