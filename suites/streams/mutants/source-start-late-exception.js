// META: fault=An exception from start of a source errors the stream, where the constructor should throw it.
// META: requirement=rs-start-throws
// META: requirement=bytes-start-throws
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    start: (start) =>
      function (...given) {
        try {
          return Reflect.apply(start, this, given);
        } catch (error) {
          return Promise.reject(error);
        }
      },
  });
  return construct([source, args[1]]);
});
