// META: fault=undefined that start of a source throws is no exception.
// META: requirement=rs-start-throws
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  args[0] = withMembers(args[0], {
    start: (start) =>
      function (...given) {
        try {
          return Reflect.apply(start, this, given);
        } catch (error) {
          if (error !== undefined) throw error;
        }
      },
  });
  return construct(args);
});
