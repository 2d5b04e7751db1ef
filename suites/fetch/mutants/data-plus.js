// META: fault=A plus sign in a data: URL is a space.
// META: requirement=data-body
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string" && /^data:(?![^,]*;\s*base64,)/i.test(args[0])) {
        const [head, body] = args[0].split(/,(.*)/s);
        if (body) args[0] = `${head},${body.replaceAll("+", "%20")}`;
      }
      return original.apply(this, args);
    },
);
