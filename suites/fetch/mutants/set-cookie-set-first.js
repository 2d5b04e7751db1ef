// META: fault=set("Set-Cookie") replaces the first of several and leaves the others.
// META: requirement=set-cookie-set
const { append, getSetCookie } = Headers.prototype;
mutate(
  Headers.prototype,
  "set",
  (original) =>
    function (...args) {
      const others = getSetCookie.call(this).slice(1);
      const result = original.apply(this, args);
      if (/^set-cookie$/i.test(args[0])) {
        for (const value of others) append.call(this, "set-cookie", value);
      }
      return result;
    },
);
