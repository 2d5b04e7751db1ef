// META: fault=Methods of a source are found on the source itself, not on its prototypes.
// META: requirement=rs-source-inherited
"use strict";

const methods = ["start", "pull", "cancel"];

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [source, ...others] = args;
  const own = seen(source, (key, value) => {
    return methods.includes(key) && !Object.hasOwn(source, key) ? undefined : value;
  });
  return construct(args.length > 0 ? [own, ...others] : args);
});
