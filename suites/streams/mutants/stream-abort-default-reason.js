// META: fault=abort() of a stream without a reason hands an AbortError to the sink.
// META: requirement=abort-arguments
"use strict";

mutate(WritableStream.prototype, "abort", (abort) => {
  return function (reason = new DOMException("aborted", "AbortError")) {
    return abort.call(this, reason);
  };
});
