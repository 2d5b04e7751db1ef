// META: fault=cancel() ends pending reads into views with an empty view, where undefined is due.
// META: requirement=byob-cancel
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return async function (...args) {
    const result = await Reflect.apply(read, this, args);
    if (result.done && result.value === undefined) result.value = new args[0].constructor(0);
    return result;
  };
});
