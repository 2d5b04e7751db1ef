// META: fault=abort() without a reason hands an AbortError to the sink, where undefined is due.
// META: requirement=abort-arguments
"use strict";

mutate(WritableStreamDefaultWriter.prototype, "abort", (abort) => {
  return function (reason = new DOMException("aborted", "AbortError")) {
    return abort.call(this, reason);
  };
});
