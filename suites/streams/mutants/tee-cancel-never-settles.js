// META: fault=The cancel() of one branch stays pending when the stream ends.
// META: requirement=tee-cancel-settled
"use strict";

const pairs = new WeakMap();

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    const pair = { branches, canceled: 0 };
    pairs.set(branches[0], pair).set(branches[1], pair);
    return branches;
  };
});

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason) {
    const pair = pairs.get(this);
    if (!pair) return cancel.call(this, reason);

    pair.canceled++;
    const promise = cancel.call(this, reason);
    return whenSettled(
      promise,
      () => (pair.canceled > 1 ? undefined : new Promise(() => {})),
      (error) => {
        throw error;
      },
    );
  };
});
