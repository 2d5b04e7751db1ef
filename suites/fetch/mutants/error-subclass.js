// META: fault=A network error is of a class that extends TypeError.
// META: requirement=error-type
class NetworkError extends TypeError {}
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      try {
        return await original.apply(this, args);
      } catch (error) {
        const isPlain = error instanceof TypeError && /^http/.test(args[0]);
        throw isPlain ? new NetworkError(error.message, { cause: error.cause }) : error;
      }
    },
);
