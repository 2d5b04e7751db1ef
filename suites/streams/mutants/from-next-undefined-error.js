// META: fault=from() closes the stream when next() is rejected with undefined.
// META: requirement=from-next-rejects
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    async next() {
      try {
        return await Reflect.apply(next, iterator, []);
      } catch (error) {
        if (error === undefined) return { done: true };
        throw error;
      }
    },
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
