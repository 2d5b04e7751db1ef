// META: fault=forEach() calls back once for all Set-Cookie headers, with their values joined.
// META: requirement=set-cookie-iteration
const { get } = Headers.prototype;
mutate(
  Headers.prototype,
  "forEach",
  (original) =>
    function (...args) {
      const [callback] = args;
      if (typeof callback !== "function") return original.apply(this, args);
      let seen = false;
      args[0] = function (value, name, headers) {
        if (name !== "set-cookie") return Reflect.apply(callback, this, [value, name, headers]);
        if (seen) return undefined;
        seen = true;
        return Reflect.apply(callback, this, [get.call(headers, name), name, headers]);
      };
      return original.apply(this, args);
    },
);
