// META: fault=300 with Location is followed.
// META: requirement=redirect-other-status
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      const location = response.headers.get("Location");
      if (response.status !== 300 || !location) return response;
      return original.call(this, new URL(location, response.url).href);
    },
);
