// META: fault=delete() does nothing for a name that is no token, instead of throwing.
// META: requirement=header-name-invalid-each
const { has } = Headers.prototype;
mutate(
  Headers.prototype,
  "delete",
  (original) =>
    function (...args) {
      has.call(this, "name");
      if (args.length > 0) {
        args[0] = `${args[0]}`;
        if (/[^!#$%&'*+\-.^_`|~\w]|^$/.test(args[0])) return undefined;
      }
      return original.apply(this, args);
    },
);
