// META: fault=The fragment of a data: URL belongs to its body.
// META: requirement=data-body
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string" && /^data:[^,]*,/i.test(args[0])) {
        args[0] = args[0].replaceAll("#", "%23");
      }
      return original.apply(this, args);
    },
);
