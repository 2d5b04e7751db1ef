// META: fault=text() takes chunks that are ArrayBuffers.
// META: requirement=body-chunk-types
mutate(
  Response.prototype,
  "text",
  (original) =>
    async function () {
      if (!this.body || this.bodyUsed || this.body.locked) return original.call(this);
      const reader = this.body.getReader();
      const decoder = new TextDecoder();
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text + decoder.decode();
        if (!(value instanceof Uint8Array || value instanceof ArrayBuffer)) {
          throw new TypeError("not a Uint8Array");
        }
        text += decoder.decode(value, { stream: true });
      }
    },
);
