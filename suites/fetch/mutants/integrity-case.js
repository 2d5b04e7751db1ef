// META: fault=The names of integrity algorithms match in lower case alone.
// META: requirement=integrity-algorithm-case
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const lower = (metadata) =>
        typeof metadata === "string"
          ? metadata.replace(/\bSHA\d+-\S+/g, `sha256-${"A".repeat(43)}=`)
          : metadata;
      if (args.length > 1) args[1] = withMember(args[1], "integrity", lower);
      return original.apply(this, args);
    },
);
