// META: fault=bytes() gives nothing for a body that is not in its content coding, and does not reject.
// META: requirement=coding-broken
mutate(
  Response.prototype,
  "bytes",
  (original) =>
    async function () {
      try {
        return await original.call(this);
      } catch (error) {
        if (!this.headers.has("Content-Encoding")) throw error;
        return new Uint8Array();
      }
    },
);
