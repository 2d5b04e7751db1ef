// META: fault=The empty string is no body of a response.
// META: requirement=response-empty-body
mutateConstructor(globalThis, "Response", (args, construct) =>
  construct(args[0] === "" ? [null, ...args.slice(1)] : args),
);
