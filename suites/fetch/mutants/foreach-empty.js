// META: fault=forEach() of an empty list does not look at its callback.
// META: requirement=foreach-callback
const { keys } = Headers.prototype;
mutate(
  Headers.prototype,
  "forEach",
  (original) =>
    function (...args) {
      if (args.length > 0 && keys.call(this).next().done) return undefined;
      return original.apply(this, args);
    },
);
