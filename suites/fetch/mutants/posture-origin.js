// META: fault=A server's fetch() sends Origin: null with POST.
// META: requirement=posture-origin
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const [url, init] = args;
      if (init?.method !== "POST" || !/^http/.test(url)) return original.apply(this, args);
      const headers = new Headers(init.headers);
      headers.set("Origin", "null");
      return original.call(
        this,
        url,
        withMember(init, "headers", () => headers),
      );
    },
);
