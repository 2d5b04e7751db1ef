// META: fault=Cache mode no-cache sends Cache-Control: no-cache.
// META: requirement=cache-no-cache-headers
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const [url, init] = args;
      if (init?.cache !== "no-cache" || !/^http/.test(url)) return original.apply(this, args);
      const headers = new Headers(init.headers);
      if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-cache");
      return original.call(this, url, { ...init, cache: "default", headers });
    },
);
