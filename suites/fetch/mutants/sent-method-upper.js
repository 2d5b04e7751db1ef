// META: fault=fetch() puts every method in upper case.
// META: requirement=method-sent
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const upper = (method) => (typeof method === "string" ? method.toUpperCase() : method);
      if (args.length > 1) args[1] = withMember(args[1], "method", upper);
      return original.apply(this, args);
    },
);
