// META: fault=abort() of a locked stream is fulfilled once its writer has closed it.
// META: requirement=ws-locked-abort
"use strict";

const closed = new WeakSet();

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    const writer = getWriter.call(this);
    whenSettled(writer.closed, () => closed.add(this));
    return writer;
  };
});

mutate(WritableStream.prototype, "abort", (abort) => {
  return function (reason) {
    return closed.has(this) ? Promise.resolve() : abort.call(this, reason);
  };
});
