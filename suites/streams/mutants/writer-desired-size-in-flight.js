// META: fault=desiredSize does not count the chunk that the sink is writing.
// META: requirement=writer-desired-size-until-done
"use strict";

const streams = new WeakMap();
const writing = new WeakMap();

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const now = { size: 0 };
  const sizeOf = args[1]?.size ?? (() => 1);
  const sink = withMembers(args[0], {
    write: (write) =>
      async function (chunk, controller) {
        now.size = Number(sizeOf(chunk));
        try {
          return await Reflect.apply(write, this, [chunk, controller]);
        } finally {
          now.size = 0;
        }
      },
  });
  const stream = construct([sink, args[1]]);
  writing.set(stream, now);
  return stream;
});

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    const writer = getWriter.call(this);
    streams.set(writer, this);
    return writer;
  };
});

mutateGetter(WritableStreamDefaultWriter.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return size === null ? size : size + (writing.get(streams.get(this))?.size ?? 0);
  };
});
