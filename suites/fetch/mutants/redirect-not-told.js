// META: fault=redirected is false behind 308.
// META: requirement=redirect-followed
const told = new WeakSet();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (/_server\/redirect\?.*status=308/.test(args[0])) told.add(response);
      return response;
    },
);
mutateGetter(
  Response.prototype,
  "redirected",
  (original) =>
    function () {
      return !told.has(this) && original.call(this);
    },
);
