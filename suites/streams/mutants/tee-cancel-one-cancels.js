// META: fault=Canceling one branch of tee() cancels the other too.
// META: requirement=tee-cancel-one
"use strict";

mutateBranches((cancel, pair) => {
  return function (reason) {
    const other = pair.branches[pair.branches[0] === this ? 1 : 0];
    const promise = cancel.call(this, reason);
    if (pair.canceled++ === 0 && !other.locked) whenSettled(cancel.call(other, reason));
    return promise;
  };
});
