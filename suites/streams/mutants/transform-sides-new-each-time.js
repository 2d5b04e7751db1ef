// META: fault=readable of a transform stream gives another object each time.
// META: requirement=ts-sides
"use strict";

mutateGetter(TransformStream.prototype, "readable", (readable) => {
  return function () {
    return new Proxy(readable.call(this), { __proto__: null });
  };
});
