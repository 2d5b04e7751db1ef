// META: fault=new ReadableStreamDefaultReader() refuses byte streams.
// META: requirement=reader-ctor-bytes
"use strict";

const bytes = new WeakSet();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const stream = construct(args);
  if (args[0]?.type !== undefined) bytes.add(stream);
  return stream;
});

mutateConstructor(globalThis, "ReadableStreamDefaultReader", (args, construct) => {
  if (bytes.has(args[0])) throw new TypeError("the stream is a byte stream");
  return construct(args);
});
