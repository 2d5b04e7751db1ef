// META: fault=flush of a transformer is called once more when the writable side closes.
// META: requirement=ts-flush-once
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  let count = 0;
  args[0] = withMembers(args[0], {
    flush: (flush) =>
      function (controller) {
        const result = Reflect.apply(flush, this, [controller]);
        if (count++ === 0 && result === undefined) Reflect.apply(flush, this, [controller]);
        return result;
      },
  });
  return construct(args);
});
