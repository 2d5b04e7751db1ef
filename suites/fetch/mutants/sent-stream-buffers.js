// META: fault=Chunks of a stream that is sent may be ArrayBuffers.
// META: requirement=request-stream-chunk
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const given = args[1]?.body;
      if (!(given instanceof ReadableStream) || given.locked || !/_server/.test(args[0])) {
        return original.apply(this, args);
      }
      const transform = (chunk, controller) => {
        controller.enqueue(chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : chunk);
      };
      const body = given.pipeThrough(new TransformStream({ transform }));
      args[1] = withMember(args[1], "body", () => body);
      return original.apply(this, args);
    },
);
