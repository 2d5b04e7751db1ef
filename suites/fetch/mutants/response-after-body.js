// META: fault=fetch() is fulfilled when the first bytes of the body are there.
// META: requirement=response-before-body
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (!response.body || !/^http/.test(response.url)) return response;
      const reader = response.clone().body.getReader();
      await reader.read().catch(() => {});
      reader.cancel().catch(() => {});
      return response;
    },
);
