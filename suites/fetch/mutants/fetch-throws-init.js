// META: fault=fetch() throws where init is neither an object nor absent.
// META: requirement=fetch-rejects
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const init = args[1] ?? {};
      if (Object(init) !== init) throw new TypeError("init is no object");
      return original.apply(this, args);
    },
);
