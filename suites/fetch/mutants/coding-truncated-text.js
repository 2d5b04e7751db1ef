// META: fault=text() gives nothing for a body that is not in its content coding, and does not reject.
// META: requirement=coding-broken
// META: requirement=coding-truncated
mutate(
  Response.prototype,
  "text",
  (original) =>
    async function () {
      try {
        return await original.call(this);
      } catch (error) {
        if (!this.headers.has("Content-Encoding")) throw error;
        return "";
      }
    },
);
