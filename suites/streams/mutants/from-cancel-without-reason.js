// META: fault=cancel() of a stream made by from() calls return() without the reason.
// META: requirement=from-cancel
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: () => Reflect.apply(next, iterator, []),
    get return() {
      const original = iterator.return;
      return original && (() => Reflect.apply(original, iterator, []));
    },
  };
});
