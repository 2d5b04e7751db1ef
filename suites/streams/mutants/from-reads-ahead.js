// META: fault=from() calls next() once before anybody reads.
// META: requirement=from-hwm
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  let ahead = Reflect.apply(next, iterator, []);
  return {
    next() {
      const result = ahead ?? Reflect.apply(next, iterator, []);
      ahead = undefined;
      return result;
    },
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
