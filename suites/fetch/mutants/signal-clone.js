// META: fault=The signal of a clone does not follow that of the request.
// META: requirement=signal-clone
const signals = new WeakMap();
mutate(
  Request.prototype,
  "clone",
  (original) =>
    function () {
      const clone = original.call(this);
      if (!this.signal.aborted) signals.set(clone, new AbortController().signal);
      return clone;
    },
);
mutateGetter(
  Request.prototype,
  "signal",
  (original) =>
    function () {
      return signals.get(this) ?? original.call(this);
    },
);
