// META: fault=closed of a reader is fulfilled with something else than undefined.
// META: requirement=closed-fulfilled
"use strict";

const kept = new WeakMap();

mutateGetter(ReadableStreamDefaultReader.prototype, "closed", (closed) => {
  return function () {
    const promise = closed.call(this);
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
