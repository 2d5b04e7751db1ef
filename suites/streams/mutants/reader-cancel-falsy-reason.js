// META: fault=cancel() of a reader hands a reason that is false, 0 or empty to the source as undefined.
// META: requirement=cancel-reason
"use strict";

mutate(ReadableStreamDefaultReader.prototype, "cancel", (cancel) => {
  return function (reason) {
    return cancel.call(this, reason || undefined);
  };
});
