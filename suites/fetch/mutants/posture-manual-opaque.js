// META: fault=A server's fetch() hides the Location of a redirect in mode manual.
// META: requirement=posture-manual-redirect
const opaque = new WeakSet();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (args[1]?.redirect === "manual") opaque.add(response.headers);
      return response;
    },
);
mutate(
  Headers.prototype,
  "get",
  (original) =>
    function (...args) {
      const value = original.apply(this, args);
      return opaque.has(this) && /^location$/i.test(args[0]) ? null : value;
    },
);
