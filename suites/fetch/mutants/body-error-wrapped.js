// META: fault=arrayBuffer() rejects with a TypeError of its own where the stream of the body fails.
// META: requirement=body-stream-error
mutate(
  Response.prototype,
  "arrayBuffer",
  (original) =>
    async function () {
      try {
        return await original.call(this);
      } catch (cause) {
        throw new TypeError("the body could not be read", { cause });
      }
    },
);
