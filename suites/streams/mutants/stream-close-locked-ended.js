// META: fault=close() of a locked stream is not refused once its writer has closed it.
// META: requirement=ws-locked-close
"use strict";

const closing = new WeakSet();

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    const writer = getWriter.call(this);
    whenSettled(writer.closed, () => closing.add(this));
    return writer;
  };
});

mutate(WritableStream.prototype, "close", (close) => {
  return function () {
    return closing.has(this) ? Promise.resolve() : close.call(this);
  };
});
