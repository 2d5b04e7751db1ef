// META: fault=Location is decoded as Latin-1, and its bytes encoded once more.
// META: requirement=redirect-location-bytes
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      if (init || !/_server\/redirect\?.*%[89a-f]/i.test(url)) return original.apply(this, args);
      const first = await original.call(this, url, { redirect: "manual" });
      return original.call(this, new URL(first.headers.get("Location"), url).href);
    },
);
