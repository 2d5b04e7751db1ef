// META: fault=Aborting before the response rejects, and leaves the request running.
// META: requirement=abort-connection
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const given = args[1]?.signal;
      if (!(given instanceof AbortSignal) || given.aborted) return original.apply(this, args);
      const controller = new AbortController();
      const aborted = new Promise((_, reject) => {
        given.addEventListener("abort", () => {
          reject(given.reason);
          setTimeout(() => controller.abort(given.reason), 4000);
        });
      });
      let came = false;
      given.addEventListener("abort", () => {
        if (came) controller.abort(given.reason);
      });
      args[1] = withMember(args[1], "signal", () => controller.signal);
      const response = await Promise.race([original.apply(this, args), aborted]);
      came = true;
      return response;
    },
);
