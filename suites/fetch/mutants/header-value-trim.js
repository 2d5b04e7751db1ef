// META: fault=append() and set() strip vertical tabs, form feeds and no-break spaces around a value too.
// META: requirement=header-value-normalize
// META: requirement=header-value-kept
for (const key of ["append", "set"]) {
  mutate(
    Headers.prototype,
    key,
    (original) =>
      function (...args) {
        if (args.length > 1) {
          args[0] = `${args[0]}`;
          args[1] = `${args[1]}`.replace(/^[\v\f\xa0]+|[\v\f\xa0]+$/g, "");
        }
        return original.apply(this, args);
      },
  );
}
