// META: fault=A User-Agent that was set is not sent.
// META: requirement=user-agent-set
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const without = (init) => {
        const headers = new Headers(init);
        headers.delete("User-Agent");
        return headers;
      };
      if (args[1]?.headers) args[1] = withMember(args[1], "headers", without);
      return original.apply(this, args);
    },
);
