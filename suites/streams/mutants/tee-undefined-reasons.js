// META: fault=tee() cancels its source with undefined when neither branch has a reason.
// META: requirement=tee-cancel-both
"use strict";

const teed = new WeakSet();

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    teed.add(this);
    return branches;
  };
});

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const own = {};
  const source = withMembers(args[0], {
    cancel: (cancel) =>
      function (reason) {
        const pair = teed.has(own.stream) && Array.isArray(reason);
        const none = pair && reason[0] === undefined && reason[1] === undefined;
        return Reflect.apply(cancel, this, [none ? undefined : reason]);
      },
  });
  own.stream = construct([source, args[1]]);
  return own.stream;
});
