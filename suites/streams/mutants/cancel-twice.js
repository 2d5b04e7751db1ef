// META: fault=A second cancel() of a stream reaches its source again.
// META: requirement=cancel-twice
"use strict";

const again = new WeakMap();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const kept = {};
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        kept.cancel = (later) => Reflect.apply(cancel, this, [later]);
        return kept.cancel(reason);
      },
  });
  const stream = construct([source, args[1]]);
  again.set(stream, kept);
  return stream;
});

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason) {
    again.get(this)?.cancel?.(reason);
    return cancel.call(this, reason);
  };
});
