// META: fault=A Blob without type makes the Content-Type application/octet-stream.
// META: requirement=body-init-types
mutateConstructor(globalThis, "Response", (args, construct) => {
  const response = construct(args);
  const [body] = args;
  if (body instanceof Blob && body.type === "" && !response.headers.has("Content-Type")) {
    response.headers.set("Content-Type", "application/octet-stream");
  }
  return response;
});
