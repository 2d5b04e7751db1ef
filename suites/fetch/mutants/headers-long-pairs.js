// META: fault=new Headers() takes entries of more than two items and leaves the others out.
// META: requirement=headers-sequence-length
mutateConstructor(globalThis, "Headers", (args, construct) => {
  if (!Array.isArray(args[0])) return construct(args);
  return construct([args[0].map((pair) => (pair?.length > 2 ? pair.slice(0, 2) : pair))]);
});
