// META: fault=get("Set-Cookie") gives the first value alone.
// META: requirement=set-cookie-get
const { getSetCookie } = Headers.prototype;
mutate(
  Headers.prototype,
  "get",
  (original) =>
    function (...args) {
      const value = original.apply(this, args);
      return value !== null && /^set-cookie$/i.test(args[0]) ? getSetCookie.call(this)[0] : value;
    },
);
