// META: fault=A header with an empty value is not sent.
// META: requirement=request-headers-sent
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const filled = (init) => {
        const headers = new Headers(init);
        for (const name of Array.from(headers.keys())) {
          if (headers.get(name) === "") headers.delete(name);
        }
        return headers;
      };
      if (args[1]?.headers) args[1] = withMember(args[1], "headers", filled);
      return original.apply(this, args);
    },
);
