// META: fault=The headers of init are added to those of the input.
// META: requirement=request-init-headers
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  const request = construct(args);
  if (input instanceof Request && init?.headers !== undefined) {
    for (const [name, value] of input.headers) {
      if (!request.headers.has(name)) request.headers.append(name, value);
    }
  }
  return request;
});
