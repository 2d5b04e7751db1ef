// META: fault=new Headers(null) makes an empty object.
// META: requirement=headers-init-type
mutateConstructor(globalThis, "Headers", (args, construct) =>
  construct(args[0] === null ? [] : args),
);
