// META: fault=Aborting while fetch() waits rejects with an AbortError, whatever the reason is.
// META: requirement=abort-after-call
// META: requirement=abort-waiting
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const signal = args[1]?.signal;
      const before = signal?.aborted;
      try {
        return await original.apply(this, args);
      } catch (error) {
        if (before || !signal?.aborted) throw error;
        throw new DOMException("the fetch was aborted", "AbortError");
      }
    },
);
