// META: fault=301 turns PUT into GET.
// META: requirement=redirect-method-kept
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      const concerned = init?.method === "PUT" && /redirect\?.*status=301/.test(url);
      if (!concerned || init.body instanceof ReadableStream) return original.apply(this, args);
      const first = await original.call(this, url, { redirect: "manual" });
      return original.call(this, new URL(first.headers.get("Location"), url).href);
    },
);
