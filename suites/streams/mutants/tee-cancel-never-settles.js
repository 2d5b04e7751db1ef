// META: fault=The cancel() of one branch stays pending when the stream ends.
// META: requirement=tee-cancel-settled
"use strict";

mutateBranches((cancel, pair) => {
  return function (reason) {
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
