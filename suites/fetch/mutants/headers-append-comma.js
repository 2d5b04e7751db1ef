// META: fault=get() joins values with a comma alone where the second is empty.
// META: requirement=headers-get-joins
mutate(
  Headers.prototype,
  "get",
  (original) =>
    function (...args) {
      return original.apply(this, args)?.replace(/, (?=,|$)/g, ",") ?? null;
    },
);
