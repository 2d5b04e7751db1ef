// META: fault=cancel() of a stream made by from() does not wait for the promise of return().
// META: requirement=from-cancel-waits
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: () => Reflect.apply(next, iterator, []),
    get return() {
      const original = iterator.return;
      if (typeof original !== "function") return original;
      return (reason) => {
        const result = Reflect.apply(original, iterator, [reason]);
        result?.then?.(undefined, () => {});
        return {};
      };
    },
  };
});
