// META: fault=Authorization is dropped behind a redirect to the same origin too.
// META: requirement=redirect-headers-kept
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      const headers = new Headers(init?.headers);
      const concerned = headers.has("Authorization") && /_server\/redirect/.test(url);
      if (!concerned || init.body || init.redirect) return original.apply(this, args);
      headers.delete("Authorization");
      return original.call(this, url, { ...init, headers });
    },
);
