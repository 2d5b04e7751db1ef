// META: fault=The headers of a response of fetch() can be changed.
// META: requirement=guard-immutable-change
const open = new WeakMap();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      open.set(response, new Headers(response.headers));
      return response;
    },
);
mutateGetter(
  Response.prototype,
  "headers",
  (original) =>
    function () {
      return open.get(this) ?? original.call(this);
    },
);
