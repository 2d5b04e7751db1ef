// META: fault=cancel() is rejected when the iterator has no return().
// META: requirement=from-cancel-no-return
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: () => Reflect.apply(next, iterator, []),
    get return() {
      return iterator.return?.bind(iterator) ?? (() => undefined);
    },
  };
});
