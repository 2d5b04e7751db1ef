// META: fault=size() is called for a write() after the stream has ended.
// META: requirement=size-not-after-end
"use strict";

const streams = new WeakMap();
const sizes = new WeakMap();

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const stream = construct(args);
  if (typeof args[1]?.size === "function") sizes.set(stream, args[1].size);
  return stream;
});

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    const writer = getWriter.call(this);
    streams.set(writer, this);
    return writer;
  };
});

mutate(WritableStreamDefaultWriter.prototype, "write", (write) => {
  return function (chunk) {
    const size = sizes.get(streams.get(this));
    if (size && this.desiredSize === null) size.call(undefined, chunk);
    return write.call(this, chunk);
  };
});
