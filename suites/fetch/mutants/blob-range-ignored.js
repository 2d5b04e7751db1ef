// META: fault=A range that is open at its end is ignored for a blob: URL.
// META: requirement=blob-range
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (/^blob:/.test(args[0]) && /=\d+-$/.test(new Headers(args[1]?.headers).get("Range"))) {
        args[1] = withMember(args[1], "headers", () => undefined);
      }
      return original.apply(this, args);
    },
);
