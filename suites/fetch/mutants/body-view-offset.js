// META: fault=The whole buffer of a DataView is the body of a response.
// META: requirement=body-init-types
mutateConstructor(globalThis, "Response", (args, construct) => {
  const [body, ...others] = args;
  return construct(body instanceof DataView ? [body.buffer, ...others] : args);
});
