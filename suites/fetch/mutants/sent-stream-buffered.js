// META: fault=A stream is collected and sent as a whole, with Content-Length.
// META: requirement=request-stream-headers
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const [input, init] = args;
      const { body, signal } = init ?? {};
      if (!(body instanceof ReadableStream) || body.locked || signal)
        return original.apply(this, args);
      if (!/^http:/.test(input) || init.method === undefined) return original.apply(this, args);
      const bytes = await new Response(body).arrayBuffer().catch(() => null);
      return original.call(
        this,
        input,
        withMember(init, "body", () => bytes ?? body),
      );
    },
);
