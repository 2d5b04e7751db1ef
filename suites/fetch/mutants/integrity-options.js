// META: fault=A digest with options is not looked at.
// META: requirement=integrity-options
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const known = (metadata) =>
        typeof metadata === "string" ? metadata.replace(/\S+\?\S*/g, "") : metadata;
      if (args.length > 1) args[1] = withMember(args[1], "integrity", known);
      return original.apply(this, args);
    },
);
