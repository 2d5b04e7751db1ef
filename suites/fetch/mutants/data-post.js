// META: fault=A request with a body for a data: URL gives a response without bytes.
// META: requirement=data-method
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (/^data:/i.test(args[0]) && args[1]?.body) args[0] = args[0].replace(/,.*/s, ",");
      return original.apply(this, args);
    },
);
