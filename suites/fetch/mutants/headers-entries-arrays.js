// META: fault=The entries of a sequence have to be arrays.
// META: requirement=headers-sequence-iterables
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const [init] = args;
  if (Array.isArray(init) && !init.every(Array.isArray)) throw new TypeError("not an array");
  return construct(args);
});
