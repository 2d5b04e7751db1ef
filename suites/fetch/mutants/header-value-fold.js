// META: fault=set() takes a line break before white space inside a value for a fold, and makes it a space.
// META: requirement=header-value-invalid
mutate(
  Headers.prototype,
  "set",
  (original) =>
    function (...args) {
      if (args.length > 1) {
        args[0] = `${args[0]}`;
        args[1] = `${args[1]}`.replace(/\r\n[ \t]+/g, " ");
      }
      return original.apply(this, args);
    },
);
