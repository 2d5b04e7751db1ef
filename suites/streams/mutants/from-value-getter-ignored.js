// META: fault=An exception from the getter of value of a result makes the chunk undefined.
// META: requirement=from-result-getters
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    async next() {
      const result = await Reflect.apply(next, iterator, []);
      if (Object(result) !== result || result.done) return result;
      try {
        return { done: false, value: result.value };
      } catch {
        return { done: false, value: undefined };
      }
    },
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
