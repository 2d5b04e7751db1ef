// META: fault=The cancel() of the branch that is canceled first is fulfilled at once.
// META: requirement=tee-cancel-pending
"use strict";

const canceled = new WeakMap();

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    const pair = { count: 0 };
    canceled.set(branches[0], pair);
    canceled.set(branches[1], pair);
    return branches;
  };
});

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason) {
    const promise = cancel.call(this, reason);
    const pair = canceled.get(this);
    if (!pair || pair.count++ > 0) return promise;
    whenSettled(promise);
    return Promise.resolve();
  };
});
