// META: fault=A URL that can't be fetched wins over an aborted signal.
// META: requirement=abort-first
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      if (/^x-/.test(args[0]) && args[1]?.signal?.aborted) throw new TypeError("unknown scheme");
      return original.apply(this, args);
    },
);
