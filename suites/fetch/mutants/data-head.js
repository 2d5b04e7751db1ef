// META: fault=A HEAD request for a data: URL gives the body.
// META: requirement=data-head
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (/^data:/i.test(args[0])) {
        args[1] = withMember(args[1], "method", (method) => (method === "HEAD" ? "GET" : method));
      }
      return original.apply(this, args);
    },
);
