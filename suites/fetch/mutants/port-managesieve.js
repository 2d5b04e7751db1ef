// META: fault=The port 4190 is not blocked.
// META: requirement=port-blocked
// No server can listen at that port for a test. A stream tells the two apart where it is taken before
// the connection fails, which Node.js does no more since its version 26.
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (typeof args[0] === "string") args[0] = args[0].replace(/:4190\//, ":4191/");
      return original.apply(this, args);
    },
);
