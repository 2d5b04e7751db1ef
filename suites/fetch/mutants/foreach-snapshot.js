// META: fault=forEach() goes through the headers as they were when it was called.
// META: requirement=foreach-live
const Copy = Headers;
const { entries } = Headers.prototype;
mutate(
  Headers.prototype,
  "forEach",
  (original) =>
    function (...args) {
      const [callback] = args;
      if (typeof callback !== "function") return original.apply(this, args);
      const copy = new Copy(Array.from(entries.call(this)));
      const headers = this;
      args[0] = function (value, name) {
        Reflect.apply(callback, this, [value, name, headers]);
      };
      return original.apply(copy, args);
    },
);
