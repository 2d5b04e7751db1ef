// META: fault=cancel() of a stream made by from() calls return() twice.
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
        Reflect.apply(original, iterator, [reason]);
        return Reflect.apply(original, iterator, [reason]);
      };
    },
  };
});
