// META: fault=A blob: URL with a fragment is none that is known.
// META: requirement=blob-fragment
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      if (/^blob:.*#/.test(args[0])) throw new TypeError("unknown URL");
      return original.apply(this, args);
    },
);
