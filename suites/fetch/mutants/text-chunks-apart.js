// META: fault=text() decodes a character in two chunks as two broken ones.
// META: requirement=body-text-chunks
mutate(
  Response.prototype,
  "text",
  (original) =>
    async function () {
      if (!this.body || this.bodyUsed || this.body.locked) return original.call(this);
      const reader = this.body.getReader();
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        if (!(value instanceof Uint8Array)) throw new TypeError("not a Uint8Array");
        text += new TextDecoder("utf-8", { ignoreBOM: text !== "" }).decode(value);
      }
    },
);
