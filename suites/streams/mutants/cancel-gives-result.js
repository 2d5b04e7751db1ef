// META: fault=cancel() is fulfilled with what the cancel of the source gives.
// META: requirement=cancel-result
"use strict";

const results = new WeakMap();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const kept = {};
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        kept.result = Reflect.apply(cancel, this, [reason]);
        return kept.result;
      },
  });
  const stream = construct([source, args[1]]);
  results.set(stream, kept);
  return stream;
});

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return async function (reason) {
    await cancel.call(this, reason);
    return results.get(this)?.result;
  };
});
