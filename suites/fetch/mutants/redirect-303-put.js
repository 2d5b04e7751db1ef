// META: fault=303 keeps PUT and its body.
// META: requirement=redirect-method-get
// META: requirement=redirect-body-dropped
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      const concerned = init?.method === "PUT" && /redirect\?.*status=303/.test(url);
      if (!concerned || init.body instanceof ReadableStream) return original.apply(this, args);
      const first = await original.call(this, url, { redirect: "manual" });
      return original.call(this, new URL(first.headers.get("Location"), url).href, init);
    },
);
