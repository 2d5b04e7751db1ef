// META: fault=A destination that is closed cancels the source of a pipe without a reason.
// META: requirement=pipe-backward-close
"use strict";

const sources = new WeakSet();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const kept = {};
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        const piped = sources.has(kept.stream) && reason instanceof TypeError;
        return Reflect.apply(cancel, this, [piped ? undefined : reason]);
      },
  });
  kept.stream = construct([source, args[1]]);
  return kept.stream;
});

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (Object(this) === this) sources.add(this);
    return Reflect.apply(pipeTo, this, args);
  };
});
