// META: fault=A Headers object in init is copied without calling its iterator method.
// META: requirement=headers-copy-iterates
const { entries } = Headers.prototype;
mutateConstructor(globalThis, "Headers", (args, construct) =>
  construct(args[0] instanceof Headers ? [Array.from(entries.call(args[0]))] : args),
);
