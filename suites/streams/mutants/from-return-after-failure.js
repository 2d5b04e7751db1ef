// META: fault=from() calls return() of the iterator when next() has failed.
// META: requirement=from-no-return
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    async next() {
      try {
        return await Reflect.apply(next, iterator, []);
      } catch (error) {
        await iterator.return?.();
        throw error;
      }
    },
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
