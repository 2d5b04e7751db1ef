// META: fault=cancel() of a BYOB reader without a reason hands an AbortError to the source.
// META: requirement=cancel-reason-undefined
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "cancel", (cancel) => {
  return function (reason = new DOMException("canceled", "AbortError")) {
    return cancel.call(this, reason);
  };
});
