// META: fault=A digest of the strongest algorithm that is not the first of its kind is not looked at.
// META: requirement=integrity-any
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const first = (metadata) =>
        typeof metadata === "string"
          ? metadata.replace(/(sha\d+)(-\S+)((?:\s+\1-\S+)+)/g, "$1$2")
          : metadata;
      if (args.length > 1) args[1] = withMember(args[1], "integrity", first);
      return original.apply(this, args);
    },
);
