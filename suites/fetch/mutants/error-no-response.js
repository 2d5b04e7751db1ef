// META: fault=Where the server closes the connection without a response, fetch() rejects with an Error that is no TypeError.
// META: requirement=no-response
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      try {
        return await original.apply(this, args);
      } catch (error) {
        throw /_server\/raw/.test(args[0]) && error instanceof TypeError
          ? new Error("connection closed")
          : error;
      }
    },
);
