// META: fault=Methods of a source are found on the source itself, not on its prototypes.
// META: requirement=rs-source-inherited
"use strict";

const methods = ["start", "pull", "cancel"];

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  if (Object(args[0]) !== args[0]) return construct(args);
  const source = new Proxy(args[0], {
    __proto__: null,
    get: (target, key) =>
      methods.includes(key) && !Object.hasOwn(target, key) ? undefined : Reflect.get(target, key),
  });
  return construct([source, args[1]]);
});
