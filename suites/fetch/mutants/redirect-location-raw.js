// META: fault=The Location of Response.redirect() is the URL as it was given.
// META: requirement=redirect-location
const raw = new WeakMap();
mutate(
  Response,
  "redirect",
  (original) =>
    function (...args) {
      const response = original.apply(this, args);
      raw.set(response.headers, `${args[0]}`);
      return response;
    },
);
mutate(
  Headers.prototype,
  "get",
  (original) =>
    function (...args) {
      const value = original.apply(this, args);
      return value !== null && /^location$/i.test(args[0]) ? (raw.get(this) ?? value) : value;
    },
);
