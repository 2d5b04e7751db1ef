// META: fault=cancel() without a reason hands an AbortError to the source, where undefined is due.
// META: requirement=cancel-reason-undefined
"use strict";

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason = new DOMException("canceled", "AbortError")) {
    return cancel.call(this, reason);
  };
});
