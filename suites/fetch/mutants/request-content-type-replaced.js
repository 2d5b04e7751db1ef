// META: fault=The Content-Type in init gives way to that of a body of URLSearchParams.
// META: requirement=request-content-type-kept
mutateConstructor(globalThis, "Request", (args, construct) => {
  const request = construct(args);
  if (args[1]?.body instanceof URLSearchParams) {
    request.headers.set("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  }
  return request;
});
