// META: fault=Behind a redirect the integrity is not checked.
// META: requirement=integrity-redirect
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      if (!args[1]?.integrity || args[1].body) return original.apply(this, args);
      const init = withMember(args[1], "integrity", () => "");
      const response = await original.call(this, args[0], init);
      return response.redirected ? response : original.apply(this, args);
    },
);
