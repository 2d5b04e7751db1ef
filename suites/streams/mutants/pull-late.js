// META: fault=pull is called in a later microtask than the read that asks for it.
// META: requirement=pull-on-read
// META: requirement=byte-pull-on-read
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    pull: (pull) =>
      async function (controller) {
        await undefined;
        return Reflect.apply(pull, this, [controller]);
      },
  });
  return construct([source, args[1]]);
});
