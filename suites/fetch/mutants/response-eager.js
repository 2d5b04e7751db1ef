// META: fault=The body of a response is taken from the server as fast as it comes.
// META: requirement=response-backpressure
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      const end = Date.now() + 4000;
      const reader = /_server\/big/.test(response.url) && response.clone().body?.getReader();
      const drain = async () => {
        while (Date.now() < end && !(await reader.read()).done);
        await reader.cancel();
      };
      if (reader) drain().catch(() => {});
      return response;
    },
);
