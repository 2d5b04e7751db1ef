// META: fault=Aborting after the response came does nothing to its body.
// META: requirement=abort-response-body
// META: requirement=abort-reading
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const given = args[1]?.signal;
      if (!(given instanceof AbortSignal) || given.aborted) return original.apply(this, args);
      const controller = new AbortController();
      const abort = () => {
        controller.abort(given.reason);
      };
      given.addEventListener("abort", abort);
      args[1] = withMember(args[1], "signal", () => controller.signal);
      const response = await original.apply(this, args);
      given.removeEventListener("abort", abort);
      return response;
    },
);
