// META: fault=read() into a view of a subclass gives a view of the subclass.
// META: requirement=byob-read-in-place
// Node.js does the same, so that nothing changes there.
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const [view] = args;
    const result = await Reflect.apply(read, this, args);
    if (result.value) Object.setPrototypeOf(result.value, Object.getPrototypeOf(view));
    return result;
  };
});
