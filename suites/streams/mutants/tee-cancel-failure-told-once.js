// META: fault=When the cancel of the source fails, the cancel() of the branch that was canceled first is fulfilled.
// META: requirement=tee-cancel-fails
"use strict";

mutateBranches((cancel, pair) => {
  return function (reason) {
    const promise = cancel.call(this, reason);
    return pair.canceled++ === 0 ? whenSettled(promise) : promise;
  };
});
