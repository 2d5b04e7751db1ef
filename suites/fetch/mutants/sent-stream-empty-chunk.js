// META: fault=An empty chunk ends a stream that is sent.
// META: requirement=request-stream-empty-chunks
mutateStreamBody((chunk, controller) => {
  if (chunk?.byteLength === 0) controller.terminate();
  else controller.enqueue(chunk);
});
function mutateStreamBody(transform) {
  mutate(
    globalThis,
    "fetch",
    (original) =>
      function (...args) {
        const piped = (body) =>
          body instanceof ReadableStream && !body.locked
            ? body.pipeThrough(new TransformStream({ transform }))
            : body;
        if (args[1]?.body) {
          const body = piped(args[1].body);
          args[1] = withMember(args[1], "body", () => body);
        }
        return original.apply(this, args);
      },
  );
}
