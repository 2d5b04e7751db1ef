// META: fault=A request with GET may have the empty string as body.
// META: requirement=request-get-body
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  const isGet = init?.body === "" && /^(get|head)$/i.test(init.method ?? "GET");
  return construct(isGet ? [input, withMember(init, "body", () => null)] : args);
});
