// META: fault=new ReadableStreamDefaultReader() refuses a stream that does not inherit from ReadableStream.prototype.
// META: requirement=reader-ctor-type
"use strict";

mutateConstructor(globalThis, "ReadableStreamDefaultReader", (args, construct) => {
  if (!(args[0] instanceof ReadableStream)) throw new TypeError("not a ReadableStream");
  return construct(args);
});
