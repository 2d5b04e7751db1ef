// META: fault=The type of blob() lacks the parameters of Content-Type.
// META: requirement=body-blob-type
mutate(
  Response.prototype,
  "blob",
  (original) =>
    async function () {
      const blob = await original.call(this);
      return blob.slice(0, blob.size, blob.type.replace(/;.*/, ""));
    },
);
