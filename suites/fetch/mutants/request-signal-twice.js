// META: fault=new Request() reads the member signal of init twice.
// META: requirement=request-init-order
mutateConstructor(globalThis, "Request", (args, construct) => {
  const request = construct(args);
  args[1]?.signal;
  return request;
});
