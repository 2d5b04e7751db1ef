// META: fault=The url of a response keeps the fragment of the URL that was asked for.
// META: requirement=response-url
const fragments = new WeakMap();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      fragments.set(response, /^http[^#]*(#.*)/.exec(args[0]?.url ?? args[0])?.[1] ?? "");
      return response;
    },
);
mutateGetter(
  Response.prototype,
  "url",
  (original) =>
    function () {
      return original.call(this) + (fragments.get(this) ?? "");
    },
);
