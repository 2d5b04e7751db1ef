// META: fault=close() of an errored stream is rejected with its error, where a TypeError is due.
// META: requirement=close-closed
"use strict";

const { closed, desiredSize } = Object.getOwnPropertyDescriptors(
  WritableStreamDefaultWriter.prototype,
);

mutate(WritableStreamDefaultWriter.prototype, "close", (close) => {
  return async function () {
    const promise = close.call(this);
    try {
      return await promise;
    } catch (error) {
      let errored = false;
      try {
        errored = desiredSize.get.call(this) === null;
      } catch {}
      if (errored) await closed.get.call(this);
      throw error;
    }
  };
});
