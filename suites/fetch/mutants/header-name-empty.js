// META: fault=has("") gives false instead of throwing.
// META: requirement=header-name-invalid-each
mutate(
  Headers.prototype,
  "has",
  (original) =>
    function (...args) {
      original.call(this, "name");
      if (args.length > 0) args[0] = `${args[0]}`;
      return args[0] === "" ? false : original.apply(this, args);
    },
);
