// META: fault=Canceling one branch of tee() cancels the other too.
// META: requirement=tee-cancel-one
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

    const other = pair.branches[pair.branches[0] === this ? 1 : 0];
    const promise = cancel.call(this, reason);
    if (pair.canceled++ === 0 && !other.locked) whenSettled(cancel.call(other, reason));
    return promise;
  };
});
