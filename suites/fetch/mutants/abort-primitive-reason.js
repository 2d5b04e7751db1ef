// META: fault=A reason that is no object becomes an AbortError.
// META: requirement=abort-before
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      try {
        return await original.apply(this, args);
      } catch (error) {
        throw Object(error) === error ? error : new DOMException("aborted", "AbortError");
      }
    },
);
