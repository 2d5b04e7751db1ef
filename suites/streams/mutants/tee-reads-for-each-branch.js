// META: fault=Each branch of tee() pulls for itself: the source is pulled once more for the second one.
// META: requirement=tee-faster-branch
// META: requirement=tee-one-read
"use strict";

const pulls = new WeakMap();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const own = {};
  const source = withMembers(args[0], {
    pull: (pull) =>
      function (controller) {
        own.pull ??= () => Reflect.apply(pull, this, [controller]);
        const result = own.pull();
        if (own.teed && controller.desiredSize !== null) own.pull();
        return result;
      },
  });
  const stream = construct([source, args[1]]);
  pulls.set(stream, own);
  return stream;
});

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    if (pulls.has(this)) pulls.get(this).teed = true;
    return branches;
  };
});
