// META: fault=The last read result lacks its own value property.
// META: requirement=read-result
"use strict";

mutate(ReadableStreamDefaultReader.prototype, "read", (read) => {
  return async function () {
    const result = await read.call(this);
    if (result.done) delete result.value;
    return result;
  };
});
