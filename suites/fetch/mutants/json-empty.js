// META: fault=json() of an empty body gives null instead of rejecting.
// META: requirement=body-json-invalid
for (const { prototype } of [Request, Response]) {
  const { text } = prototype;
  mutate(
    prototype,
    "json",
    () =>
      async function () {
        const json = await text.call(this);
        return json === "" ? null : JSON.parse(json);
      },
  );
}
