// META: fault=Values of request headers are sent in UTF-8.
// META: requirement=request-headers-sent
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const encoded = (init) => {
        const headers = new Headers(init);
        for (const [name, value] of Array.from(headers)) {
          if (!/[\x80-\xff]/.test(value)) continue;
          headers.set(name, String.fromCharCode(...new TextEncoder().encode(value)));
        }
        return headers;
      };
      if (args[1]?.headers) args[1] = withMember(args[1], "headers", encoded);
      return original.apply(this, args);
    },
);
