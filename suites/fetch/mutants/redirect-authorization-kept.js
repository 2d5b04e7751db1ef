// META: fault=Authorization is sent to another origin behind a redirect.
// META: requirement=redirect-authorization
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      const headers = new Headers(init?.headers);
      const concerned = headers.has("Authorization") && /_server\/redirect/.test(url);
      if (!concerned || init.body || init.redirect) return original.apply(this, args);
      const first = await original.call(this, url, { redirect: "manual" });
      const location = first.headers.get("Location");
      if (!/^30[1278]/.test(first.status) || !location) return original.apply(this, args);
      return original.call(this, new URL(location, url).href, init);
    },
);
