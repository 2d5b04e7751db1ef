// META: fault=Base64 in a data: URL may be that of URLs.
// META: requirement=data-base64-invalid
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string" && /^data:[^,]*;base64,[\w-]+/i.test(args[0])) {
        const [head, body] = args[0].split(/,(.*)/s);
        args[0] = `${head},${body.replaceAll("-", "+").replaceAll("_", "/")}`;
      }
      return original.apply(this, args);
    },
);
