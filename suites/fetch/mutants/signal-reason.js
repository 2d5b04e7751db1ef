// META: fault=The signal of a request follows the given one with a reason of its own.
// META: requirement=signal-follows
mutateInit("Request", "signal", (signal) => {
  if (!(signal instanceof AbortSignal) || signal.aborted) return signal;
  const controller = new AbortController();
  signal.addEventListener("abort", () => {
    controller.abort();
  });
  return controller.signal;
});
