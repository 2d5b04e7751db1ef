// META: fault=new WritableStreamDefaultWriter() refuses a stream that does not inherit from WritableStream.prototype.
// META: requirement=writer-ctor-type
"use strict";

mutateConstructor(globalThis, "WritableStreamDefaultWriter", (args, construct) => {
  if (!(args[0] instanceof WritableStream)) throw new TypeError("not a WritableStream");
  return construct(args);
});
