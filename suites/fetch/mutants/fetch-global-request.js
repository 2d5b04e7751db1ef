// META: fault=fetch() uses what Request is in the global object.
// META: requirement=fetch-initial-request
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      return original.apply(this, args.length > 0 ? [new Request(...args)] : []);
    },
);
