// META: fault=fetch() uses the body of its input up a moment after the call.
// META: requirement=fetch-uses-body
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      if (args[0] instanceof Request && args[0].body && !args[0].bodyUsed) await null;
      return original.apply(this, args);
    },
);
