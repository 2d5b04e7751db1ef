// META: fault=A pipe to a closed destination is rejected with another TypeError than the one that cancels the source.
// META: requirement=pipe-backward-close
"use strict";

const sources = new WeakSet();

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (Object(this) === this) sources.add(this);
    return Reflect.apply(pipeTo, this, args);
  };
});

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const own = {};
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        const other = sources.has(own.stream) && reason instanceof TypeError;
        return Reflect.apply(cancel, this, [other ? new TypeError(reason.message) : reason]);
      },
  });
  own.stream = construct([source, args[1]]);
  return own.stream;
});
