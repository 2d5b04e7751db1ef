// META: fault=blob() gives the File that the body was.
// META: requirement=body-blob
const files = new WeakMap();
mutateConstructor(globalThis, "Response", (args, construct) => {
  const response = construct(args);
  if (args[0] instanceof File) files.set(response, args[0]);
  return response;
});
mutate(
  Response.prototype,
  "blob",
  (original) =>
    async function () {
      const blob = await original.call(this);
      const file = files.get(this);
      return file && blob.type === file.type ? new File([blob], file.name, file) : blob;
    },
);
