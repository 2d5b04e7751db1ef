// META: fault=What a blob: URL stands for is settled when fetch() is called, not when a request was made.
// META: requirement=blob-entry
// Node.js has this fault itself: its tests fail without the mutant, and can notice nothing.
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (/^blob:/.test(args[0]?.url)) args[0] = args[0].url;
      return original.apply(this, args);
    },
);
