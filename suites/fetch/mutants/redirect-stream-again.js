// META: fault=A stream is collected, and sent again behind 307.
// META: requirement=redirect-stream
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [url, init] = args;
      const concerned = init?.body instanceof ReadableStream && /_server\/redirect/.test(url);
      if (!concerned || init.redirect) return original.apply(this, args);
      const body = await new Response(init.body).arrayBuffer();
      return original.call(this, url, { ...init, body });
    },
);
