// META: fault=from() calls next() of the iterator with undefined as an argument.
// META: requirement=from-next-arguments
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: () => Reflect.apply(next, iterator, [undefined]),
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
