// META: fault=json() rejects where a byte order mark stands at the beginning.
// META: requirement=body-json-utf8
const { arrayBuffer } = Response.prototype;
mutate(
  Response.prototype,
  "json",
  () =>
    async function () {
      const bytes = await arrayBuffer.call(this);
      return JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
    },
);
