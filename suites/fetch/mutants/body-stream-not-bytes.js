// META: fault=The body of a response made of a string is no byte stream.
// META: requirement=body-stream-byob
mutateConstructor(globalThis, "Response", (args, construct) => {
  const [body, ...others] = args;
  if (typeof body !== "string") return construct(args);
  const bytes = new TextEncoder().encode(body);
  const stream = new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
  const response = construct([stream, ...others]);
  if (!response.headers.has("Content-Type")) {
    response.headers.set("Content-Type", "text/plain;charset=UTF-8");
  }
  return response;
});
