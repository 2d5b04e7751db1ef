// META: fault=locked is undefined for an object that is no stream.
// META: requirement=idl-attribute-brand
"use strict";

for (const { prototype } of [ReadableStream, WritableStream]) {
  mutateGetter(prototype, "locked", (locked) => {
    return function () {
      try {
        return locked.call(this);
      } catch {}
    };
  });
}
