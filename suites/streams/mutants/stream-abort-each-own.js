// META: fault=abort() of a stream while an abort is pending gives a promise of its own.
// META: requirement=abort-pending
"use strict";

mutate(WritableStream.prototype, "abort", (abort) => {
  return async function (reason) {
    return await abort.call(this, reason);
  };
});
