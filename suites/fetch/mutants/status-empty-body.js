// META: fault=A null body status goes with a body of no bytes.
// META: requirement=status-null-body
mutateConstructor(globalThis, "Response", (args, construct) => {
  const isEmpty = args[0] === "" && [204, 205, 304].includes(args[1]?.status);
  return construct(isEmpty ? [null, ...args.slice(1)] : args);
});
