// META: fault=start of a source is called without the source as this.
// META: requirement=rs-start-arguments
// META: requirement=bytes-start-arguments
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const source = withMembers(args[0], {
    start: (start) => (controller) => Reflect.apply(start, undefined, [controller]),
  });
  return construct([source, args[1]]);
});
