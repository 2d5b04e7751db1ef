// META: fault=A null body in init replaces that of the input by an empty one.
// META: requirement=request-null-body
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  if (!(input instanceof Request && input.body && init?.body === null)) return construct(args);
  return construct([input, withMember(init, "body", () => new Uint8Array())]);
});
