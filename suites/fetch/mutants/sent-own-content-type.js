// META: fault=fetch() sends the Content-Type of a text though it was deleted from the request.
// META: requirement=request-body-own-type
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const [input] = args;
      if (input instanceof Request && input.body && !input.headers.has("Content-Type")) {
        input.headers.set("Content-Type", "text/plain;charset=UTF-8");
      }
      return original.apply(this, args);
    },
);
