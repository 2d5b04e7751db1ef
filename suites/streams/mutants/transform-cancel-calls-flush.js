// META: fault=Canceling the readable side of a transform stream calls flush too.
// META: requirement=ts-cancel-arguments
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const own = {};
  args[0] = withMembers(args[0], {
    flush: (flush) =>
      function (...given) {
        return Reflect.apply(flush, this, given);
      },
    cancel: (cancel) =>
      function (reason) {
        own.flush?.();
        return Reflect.apply(cancel, this, [reason]);
      },
    start: (start) =>
      function (controller) {
        own.flush = () => this.flush?.(controller);
        return Reflect.apply(start, this, [controller]);
      },
  });
  return construct(args);
});
