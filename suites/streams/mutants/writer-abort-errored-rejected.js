// META: fault=abort() of an errored stream is rejected with its error.
// META: requirement=abort-ended
"use strict";

const { closed } = Object.getOwnPropertyDescriptors(WritableStreamDefaultWriter.prototype);
const errored = new WeakSet();

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    const writer = getWriter.call(this);
    whenSettled(closed.get.call(writer), undefined, () => errored.add(writer));
    return writer;
  };
});

mutate(WritableStreamDefaultWriter.prototype, "abort", (abort) => {
  return function (reason) {
    const promise = abort.call(this, reason);
    if (!errored.has(this)) return promise;
    return whenSettled(
      promise,
      () => closed.get.call(this),
      (error) => {
        throw error;
      },
    );
  };
});
