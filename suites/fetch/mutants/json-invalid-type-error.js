// META: fault=json() rejects with a TypeError for what is no JSON.
// META: requirement=body-json-invalid
mutate(
  Request.prototype,
  "json",
  (original) =>
    async function () {
      try {
        return await original.call(this);
      } catch (error) {
        throw error instanceof SyntaxError ? new TypeError(error.message) : error;
      }
    },
);
