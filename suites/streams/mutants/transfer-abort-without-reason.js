// META: fault=Aborting a transferred writable stream aborts the original without the reason.
// META: requirement=transfer-abort
"use strict";

const arrived = new WeakSet();

mutate(globalThis, "structuredClone", (structuredClone) => {
  return function (...args) {
    const result = Reflect.apply(structuredClone, this, args);
    if (result instanceof WritableStream) arrived.add(result);
    return result;
  };
});

mutate(WritableStream.prototype, "abort", (abort) => {
  return function (reason) {
    return abort.call(this, arrived.has(this) ? undefined : reason);
  };
});
