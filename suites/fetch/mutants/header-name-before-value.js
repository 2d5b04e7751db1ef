// META: fault=append() validates the name before it converts the value.
// META: requirement=header-arguments-first
const { has } = Headers.prototype;
mutate(
  Headers.prototype,
  "append",
  (original) =>
    function (...args) {
      if (args.length > 1) {
        args[0] = `${args[0]}`;
        has.call(this, args[0]);
      }
      return original.apply(this, args);
    },
);
