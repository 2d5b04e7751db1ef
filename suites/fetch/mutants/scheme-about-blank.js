// META: fault=fetch("about:blank") gives an empty response.
// META: requirement=scheme-about
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      return args[0] === "about:blank" ? new Response("") : original.apply(this, args);
    },
);
