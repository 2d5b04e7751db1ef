// META: fault=A blob: URL can be fetched with HEAD.
// META: requirement=blob-method
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (/^blob:/.test(args[0])) {
        args[1] = withMember(args[1], "method", (method) => (method === "HEAD" ? "GET" : method));
      }
      return original.apply(this, args);
    },
);
