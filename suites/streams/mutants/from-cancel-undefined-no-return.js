// META: fault=cancel() without a reason of a stream made by from() does not call return().
// META: requirement=from-cancel
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: () => Reflect.apply(next, iterator, []),
    get return() {
      const original = iterator.return;
      if (typeof original !== "function") return original;
      return (reason) => {
        return reason === undefined ? {} : Reflect.apply(original, iterator, [reason]);
      };
    },
  };
});
