// META: fault=ready of a writer is fulfilled with something else than undefined.
// META: requirement=ready-fulfilled
"use strict";

const kept = new WeakMap();

mutateGetter(WritableStreamDefaultWriter.prototype, "ready", (ready) => {
  return function () {
    const promise = ready.call(this);
    if (!kept.has(promise))
      kept.set(
        promise,
        whenSettled(
          promise,
          () => this,
          (error) => {
            throw error;
          },
        ),
      );
    whenSettled(kept.get(promise));
    return kept.get(promise);
  };
});
