// META: fault=A server's fetch() keeps Cookie back, as browsers do.
// META: requirement=posture-headers
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const without = (init) => {
        const headers = new Headers(init);
        headers.delete("Cookie");
        return headers;
      };
      if (args[1]?.headers) args[1] = withMember(args[1], "headers", without);
      return original.apply(this, args);
    },
);
