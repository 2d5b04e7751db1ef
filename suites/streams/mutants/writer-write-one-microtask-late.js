// META: fault=write() settles one microtask late.
// META: requirement=order-write
"use strict";

mutate(WritableStreamDefaultWriter.prototype, "write", (write) => {
  return async function (chunk) {
    return await write.call(this, chunk);
  };
});
