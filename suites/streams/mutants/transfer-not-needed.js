// META: fault=A stream is cloned although it is not transferred.
// META: requirement=transfer-not-serializable
"use strict";

mutate(globalThis, "structuredClone", (structuredClone) => {
  return function (...args) {
    const [value] = args;
    const stream = value instanceof ReadableStream || value instanceof WritableStream;
    if (stream && args.length === 1) args[1] = { transfer: [value] };
    return Reflect.apply(structuredClone, this, args);
  };
});
