// META: fault=append() refuses control characters in a value.
// META: requirement=header-value-kept
mutate(
  Headers.prototype,
  "append",
  (original) =>
    function (...args) {
      if (args.length > 1) {
        args[0] = `${args[0]}`;
        args[1] = `${args[1]}`;
        if (/[^\t\n\r -~\x80-\xff]/.test(args[1])) throw new TypeError("not a value");
      }
      return original.apply(this, args);
    },
);
