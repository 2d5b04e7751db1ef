// META: fault=Content-Language is sent again though the body is dropped.
// META: requirement=redirect-body-headers
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      const headers = new Headers(init?.headers);
      const concerned = init?.method === "POST" && /redirect\?.*status=30[123]/.test(url);
      if (!concerned || !headers.has("Content-Language")) return original.apply(this, args);
      const first = await original.call(this, url, { redirect: "manual" });
      for (const name of ["Content-Encoding", "Content-Location", "Content-Type"])
        headers.delete(name);
      return original.call(this, new URL(first.headers.get("Location"), url).href, { headers });
    },
);
