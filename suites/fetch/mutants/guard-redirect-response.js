// META: fault=The headers of Response.redirect() can be changed.
// META: requirement=guard-immutable-change
const open = new WeakMap();
mutate(
  Response,
  "redirect",
  (original) =>
    function (...args) {
      const response = original.apply(this, args);
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
