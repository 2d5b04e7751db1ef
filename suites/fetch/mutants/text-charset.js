// META: fault=text() decodes with the charset of Content-Type.
// META: requirement=body-text-charset
const { arrayBuffer } = Response.prototype;
mutate(
  Response.prototype,
  "text",
  (original) =>
    async function () {
      const [, charset] = /;charset=([\w-]+)/i.exec(this.headers.get("Content-Type")) ?? [];
      if (!charset) return original.call(this);
      return new TextDecoder(charset).decode(await arrayBuffer.call(this));
    },
);
