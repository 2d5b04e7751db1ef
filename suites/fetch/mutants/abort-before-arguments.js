// META: fault=An aborted signal wins over invalid arguments.
// META: requirement=abort-arguments
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const signal = args[1]?.signal;
      if (signal instanceof AbortSignal && signal.aborted) {
        if (!(args[0] instanceof Request && args[0].body) && !args[1].body) throw signal.reason;
      }
      return original.apply(this, args);
    },
);
