// META: fault=;BASE64 in a data: URL means nothing in upper case.
// META: requirement=data-base64
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string" && /^data:/i.test(args[0])) {
        args[0] = args[0].replace(/^([^,]*); *B[A-Z]+64,/, "$1,");
      }
      return original.apply(this, args);
    },
);
