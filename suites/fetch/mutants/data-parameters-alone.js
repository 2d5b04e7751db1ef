// META: fault=Parameters without a type in a data: URL are lost.
// META: requirement=data-type
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string") {
        args[0] = args[0].replace(/^data:(?:;(?! *base64)[^,;]*)+/i, "data:");
      }
      return original.apply(this, args);
    },
);
