// META: fault=write() throws what size() throws.
// META: requirement=write-size-throws
"use strict";

let thrown;

mutateConstructor(globalThis, "WritableStream", (args, construct) => {
  const strategy = withMembers(args[1], {
    size: (size) => (chunk) => {
      try {
        return size(chunk);
      } catch (error) {
        thrown = { error };
        throw error;
      }
    },
  });
  return construct([args[0], strategy]);
});

mutate(WritableStreamDefaultWriter.prototype, "write", (write) => {
  return function (chunk) {
    thrown = undefined;
    const promise = write.call(this, chunk);
    if (!thrown) return promise;
    whenSettled(promise);
    throw thrown.error;
  };
});
