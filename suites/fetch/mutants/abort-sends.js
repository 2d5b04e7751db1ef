// META: fault=With an aborted signal fetch() rejects, and sends the request all the same.
// META: requirement=abort-nothing-sent
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const init = args[1];
      if (init?.signal?.aborted && !init.body && /^http:\/\/[^/]+\/_server/.test(args[0])) {
        original
          .call(
            this,
            args[0],
            withMember(init, "signal", () => null),
          )
          .catch(() => {});
      }
      return original.apply(this, args);
    },
);
