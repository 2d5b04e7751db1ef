// META: fault=An iterator goes through the headers as they were when it was made.
// META: requirement=iteration-live-index
// META: requirement=iteration-live-values
const Copy = Headers;
const { entries } = Headers.prototype;
for (const key of ["entries", "keys", "values"]) {
  mutate(
    Headers.prototype,
    key,
    (original) =>
      function () {
        return original.call(new Copy(Array.from(entries.call(this))));
      },
  );
}
