// META: fault=keepalive has no limit on what is sent.
// META: requirement=keepalive-limit
// Node.js has this fault itself: its tests fail without the mutant, and can notice nothing.
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (args[1]?.keepalive && !(args[1].body instanceof ReadableStream)) {
        args[1] = withMember(args[1], "keepalive", () => false);
      }
      return original.apply(this, args);
    },
);
