// META: fault=The headers of Response.error() can be changed.
// META: requirement=guard-immutable-change
const open = new WeakMap();
mutate(
  Response,
  "error",
  (original) =>
    function () {
      const response = original.call(this);
      open.set(response, new Headers());
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
