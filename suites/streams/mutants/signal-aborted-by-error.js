// META: fault=error() of a writable controller aborts its signal.
// META: requirement=signal-not-otherwise
"use strict";

const own = new WeakMap();

mutateGetter(WritableStreamDefaultController.prototype, "signal", (signal) => {
  return function () {
    const original = signal.call(this);
    if (!own.has(this)) {
      const other = new AbortController();
      const follow = () => other.abort(original.reason);
      if (original.aborted) follow();
      else original.addEventListener("abort", follow);
      own.set(this, other);
    }
    return own.get(this).signal;
  };
});

mutate(WritableStreamDefaultController.prototype, "error", (error) => {
  return function (reason) {
    error.call(this, reason);
    if (this.signal) own.get(this).abort(reason);
  };
});
