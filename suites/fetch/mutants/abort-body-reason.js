// META: fault=Aborting errors the body of the response with an AbortError, whatever the reason is.
// META: requirement=abort-reader
const { AbortController: Controller } = globalThis;
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const given = args[1]?.signal;
      if (!(given instanceof AbortSignal) || given.aborted) return original.apply(this, args);
      const controller = new Controller();
      let came = false;
      given.addEventListener("abort", () => {
        if (came) controller.abort();
        else controller.abort(given.reason);
      });
      args[1] = withMember(args[1], "signal", () => controller.signal);
      const response = await original.apply(this, args);
      came = true;
      return response;
    },
);
