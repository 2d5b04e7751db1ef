// META: fault=The type of blob() is that of the Content-Type that the response was made with.
// META: requirement=body-blob-type
const types = new WeakMap();
mutateConstructor(globalThis, "Response", (args, construct) => {
  const response = construct(args);
  types.set(response, response.headers.get("Content-Type"));
  return response;
});
mutate(
  Response.prototype,
  "blob",
  (original) =>
    async function () {
      const blob = await original.call(this);
      const type = types.get(this);
      if (type === undefined || type === this.headers.get("Content-Type")) return blob;
      return blob.slice(0, blob.size, type ?? "");
    },
);
