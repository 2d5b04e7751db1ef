// META: fault=An aborted signal does not cancel the body that was to be sent.
// META: requirement=abort-request-body
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const request = args[1]?.body instanceof ReadableStream && new Request(...args);
      if (request?.signal?.aborted) throw request.signal.reason;
      return original.apply(this, args);
    },
);
