// META: fault=new Headers() passes over symbols among the keys of a record.
// META: requirement=headers-record-symbols
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const [init] = args;
  if (Object(init) !== init || init instanceof Headers) return construct(args);
  const ownKeys = (target) => Reflect.ownKeys(target).filter((key) => typeof key === "string");
  return construct([new Proxy(init, { ownKeys })]);
});
