// META: fault=Base64 in a data: URL may have more padding than it needs.
// META: requirement=data-base64-invalid
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string" && /^data:[^,]*;base64,[\w+/]+=+$/i.test(args[0])) {
        args[0] = args[0].replace(/=+$/, "");
      }
      return original.apply(this, args);
    },
);
