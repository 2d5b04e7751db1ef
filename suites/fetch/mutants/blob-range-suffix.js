// META: fault=A range of the last bytes of a blob is taken for one from its beginning.
// META: requirement=blob-range
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const [, length] = /=-(\d+)$/.exec(new Headers(args[1]?.headers).get("Range")) ?? [];
      if (/^blob:/.test(args[0]) && length) {
        args[1] = withMember(args[1], "headers", () => ({ Range: `bytes=0-${length - 1}` }));
      }
      return original.apply(this, args);
    },
);
