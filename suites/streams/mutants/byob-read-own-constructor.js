// META: fault=read() makes its result with the property constructor of the view.
// META: requirement=byob-read-in-place
// Node.js does the same, so that nothing changes there.
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const [view] = args;
    const result = await Reflect.apply(read, this, args);
    const { value } = result;
    if (!value || !Object.hasOwn(view, "constructor")) return result;
    const length = value.length ?? value.byteLength;
    return { ...result, value: new view.constructor(value.buffer, value.byteOffset, length) };
  };
});
