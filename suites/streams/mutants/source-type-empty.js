// META: fault=The type "" of a source counts as absent.
// META: requirement=rs-source-type-enum
"use strict";

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  const [source, ...others] = args;
  if (source?.type !== "") return construct(args);
  return construct([Object.create(source, { type: { value: undefined } }), ...others]);
});
