// META: fault=new Headers() takes the inherited properties of a record too.
// META: requirement=headers-record-own
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const [init] = args;
  if (Object(init) !== init || init instanceof Headers) return construct(args);
  let inherits = false;
  for (const key in Object.getPrototypeOf(init)) inherits ||= key !== "";
  if (!inherits || Symbol.iterator in init) return construct(args);
  const all = {};
  for (const key in init) all[key] = init[key];
  return construct([all]);
});
