// META: fault=new ReadableStreamBYOBReader() of a stream without a byte controller gives a default reader.
// META: requirement=byob-ctor-type
"use strict";

mutateConstructor(globalThis, "ReadableStreamBYOBReader", (args, construct) => {
  try {
    return construct(args);
  } catch (error) {
    if (!(args[0] instanceof ReadableStream) || args[0].locked) throw error;
    return args[0].getReader();
  }
});
