// META: fault=Where a stream fails that is sent, fetch() rejects with the error of the stream.
// META: requirement=request-stream-error
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      try {
        return await original.apply(this, args);
      } catch (error) {
        throw args[1]?.body instanceof ReadableStream && error.cause ? error.cause : error;
      }
    },
);
