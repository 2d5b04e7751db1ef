// META: fault=text() leaves a byte order mark at the beginning.
// META: requirement=body-text
for (const { prototype } of [Request, Response]) {
  const { arrayBuffer } = prototype;
  mutate(
    prototype,
    "text",
    () =>
      async function () {
        return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await arrayBuffer.call(this));
      },
  );
}
