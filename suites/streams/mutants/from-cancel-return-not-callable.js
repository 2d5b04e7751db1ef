// META: fault=cancel() is fulfilled when return of the iterator is not callable.
// META: requirement=from-cancel-callable
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: () => Reflect.apply(next, iterator, []),
    get return() {
      const original = iterator.return;
      return typeof original === "function" ? original.bind(iterator) : undefined;
    },
  };
});
