// META: fault=append() and set() refuse a name with an apostrophe.
// META: requirement=header-name-token
for (const key of ["append", "set"]) {
  mutate(
    Headers.prototype,
    key,
    (original) =>
      function (...args) {
        if (args.length > 1 && typeof args[0] === "string" && args[0].includes("'")) {
          throw new TypeError("not a token");
        }
        return original.apply(this, args);
      },
  );
}
