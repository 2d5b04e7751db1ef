// META: fault=from() does not look at what return() gives.
// META: requirement=from-cancel-object
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: () => Reflect.apply(next, iterator, []),
    get return() {
      const original = iterator.return;
      if (typeof original !== "function") return original;
      return async (reason) => Object(await Reflect.apply(original, iterator, [reason]));
    },
  };
});
