// META: fault=In mode error the redirect is the response.
// META: requirement=redirect-error
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const manual = (mode) => (mode === "error" ? "manual" : mode);
      if (args.length > 1) args[1] = withMember(args[1], "redirect", manual);
      return original.apply(this, args);
    },
);
