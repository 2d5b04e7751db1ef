// META: fault=new Request() takes a primitive value for an empty init.
// META: requirement=request-init-dictionary
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init, ...others] = args;
  if (init === undefined || Object(init) === init) return construct(args);
  return construct([input, {}, ...others]);
});
