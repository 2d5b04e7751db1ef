// META: fault=forEach() calls back without the receiver that it was given.
// META: requirement=foreach-arguments
mutate(
  Headers.prototype,
  "forEach",
  (original) =>
    function (...args) {
      return original.apply(this, args.slice(0, 1));
    },
);
