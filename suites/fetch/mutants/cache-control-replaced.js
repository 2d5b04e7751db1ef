// META: fault=Cache mode no-store replaces a Cache-Control that was set.
// META: requirement=cache-header-kept
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const [url, init] = args;
      if (init?.cache !== "no-store" || !/^http/.test(url)) return original.apply(this, args);
      const headers = new Headers(init.headers);
      headers.delete("Cache-Control");
      return original.call(this, url, { ...init, headers });
    },
);
