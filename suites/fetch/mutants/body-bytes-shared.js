// META: fault=A response takes the bytes of its body from the given array when it is read.
// META: requirement=body-init-copied
mutateConstructor(globalThis, "Response", (args, construct) => {
  const [body, ...others] = args;
  if (!(body instanceof Uint8Array)) return construct(args);
  const pull = (controller) => {
    if (body.length > 0) controller.enqueue(body.slice());
    controller.close();
    controller.byobRequest?.respond(0);
  };
  const stream = new ReadableStream({ type: "bytes", pull }, { highWaterMark: 0 });
  return construct([stream, ...others]);
});
