// META: fault=With Range, Accept-Encoding still names codings.
// META: requirement=range-identity
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const accepting = (init) => {
        const headers = new Headers(init);
        if (headers.has("Range")) headers.set("Accept-Encoding", "gzip, deflate, br");
        return headers;
      };
      if (args[1]?.headers) args[1] = withMember(args[1], "headers", accepting);
      return original.apply(this, args);
    },
);
