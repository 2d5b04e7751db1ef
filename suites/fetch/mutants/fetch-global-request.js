// META: fault=fetch() uses what Request is in the global object.
// META: requirement=fetch-initial-request
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      return original.call(this, args.length > 0 ? new Request(...args) : undefined);
    },
);
