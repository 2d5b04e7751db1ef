// META: fault=A redirect to a data: URL is followed.
// META: requirement=redirect-scheme
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      if (init || !/_server\/redirect\?.*location=data%3a/.test(url))
        return original.apply(this, args);
      const first = await original.call(this, url, { redirect: "manual" });
      return original.call(this, first.headers.get("Location"));
    },
);
