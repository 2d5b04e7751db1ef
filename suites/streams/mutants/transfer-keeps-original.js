// META: fault=The original of a transferred stream is not locked.
// META: requirement=transfer-locks
"use strict";

const transferred = new WeakSet();

mutate(globalThis, "structuredClone", (structuredClone) => {
  return function (...args) {
    const result = Reflect.apply(structuredClone, this, args);
    const list = args[1]?.transfer ?? [];
    for (let i = 0; i < list.length; i++) transferred.add(list[i]);
    return result;
  };
});

for (const { prototype } of [ReadableStream, WritableStream]) {
  mutateGetter(prototype, "locked", (locked) => {
    return function () {
      return locked.call(this) && !transferred.has(this);
    };
  });
}
