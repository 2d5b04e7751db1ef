// META: fault=A locked stream that should be transferred is a TypeError, where a DataCloneError is due.
// META: requirement=transfer-locked
"use strict";

mutate(globalThis, "structuredClone", (structuredClone) => {
  return function (...args) {
    if (args[0]?.locked && args[1]?.transfer?.length > 0) throw new TypeError("locked");
    return Reflect.apply(structuredClone, this, args);
  };
});
