// META: fault=A redirect status without Location is a network error.
// META: requirement=redirect-no-location
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (response.status === 308 && !response.headers.has("Location")) {
        throw new TypeError("a redirect to nowhere");
      }
      return response;
    },
);
