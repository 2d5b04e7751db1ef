// META: fault=fetch() throws where its input can't be converted to a string.
// META: requirement=fetch-rejects
// META: requirement=fetch-exceptions
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      if (Object(args[0]) === args[0] && !(args[0] instanceof Request)) args[0] = `${args[0]}`;
      return original.apply(this, args);
    },
);
