// META: fault=delete() of an absent name does nothing on immutable headers, instead of throwing.
// META: requirement=guard-immutable-delete
const { has } = Headers.prototype;
mutate(
  Headers.prototype,
  "delete",
  (original) =>
    function (...args) {
      if (args.length === 0) return original.apply(this, args);
      args[0] = `${args[0]}`;
      return has.call(this, args[0]) ? original.apply(this, args) : undefined;
    },
);
