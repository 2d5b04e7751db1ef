// META: fault=Canceling a transferred readable stream cancels the original without the reason.
// META: requirement=transfer-cancel
"use strict";

const arrived = new WeakSet();

mutate(globalThis, "structuredClone", (structuredClone) => {
  return function (...args) {
    const result = Reflect.apply(structuredClone, this, args);
    if (result instanceof ReadableStream) arrived.add(result);
    return result;
  };
});

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason) {
    return cancel.call(this, arrived.has(this) ? undefined : reason);
  };
});
