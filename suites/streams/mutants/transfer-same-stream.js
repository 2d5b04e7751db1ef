// META: fault=A transferred stream is the original itself.
// META: requirement=transfer-readable
"use strict";

mutate(globalThis, "structuredClone", (structuredClone) => {
  return function (...args) {
    const [value, options] = args;
    const stream = value instanceof ReadableStream && !value.locked;
    if (stream && options?.transfer?.[0] === value) return value;
    return Reflect.apply(structuredClone, this, args);
  };
});
