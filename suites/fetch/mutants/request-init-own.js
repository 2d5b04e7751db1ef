// META: fault=new Request() passes over inherited members of init.
// META: requirement=request-init-inherited
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  if (Object(init) !== init) return construct(args);
  const get = (target, key) => (Object.hasOwn(target, key) ? target[key] : undefined);
  return construct([input, new Proxy(init, { get })]);
});
