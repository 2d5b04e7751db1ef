// META: fault=The question mark of an empty query is not sent.
// META: requirement=request-target
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string") args[0] = args[0].replace(/^(http[^?#]*)\?(?=#|$)/, "$1");
      return original.apply(this, args);
    },
);
