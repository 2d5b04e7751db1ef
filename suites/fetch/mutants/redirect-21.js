// META: fault=21 redirects are followed.
// META: requirement=redirect-count
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      if (init || !/_server\/redirect\?count=20/.test(url)) return original.apply(this, args);
      const first = await original.call(this, url, { redirect: "manual" });
      return original.call(this, new URL(first.headers.get("Location"), url).href);
    },
);
