// META: fault=When the cancel of the source fails, the cancel() of the branch that was canceled first is fulfilled.
// META: requirement=tee-cancel-fails
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

    const promise = cancel.call(this, reason);
    return pair.canceled++ === 0 ? whenSettled(promise) : promise;
  };
});
