// META: fault=Without Accept, fetch() sends one that prefers text.
// META: requirement=accept-default
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] !== "string" || !args[0].startsWith("http"))
        return original.apply(this, args);
      const headers = new Headers(args[1]?.headers);
      if (!headers.has("Accept")) headers.set("Accept", "text/plain, */*");
      args[1] = withMember(args[1] ?? {}, "headers", () => headers);
      return original.apply(this, args);
    },
);
