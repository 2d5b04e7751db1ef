// META: fault=from() takes the value of a result that is done for a last chunk.
// META: requirement=from-done
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  let over = false;
  return {
    async next() {
      if (over) return { done: true };
      const result = await Reflect.apply(next, iterator, []);
      if (!result.done || result.value === undefined) return result;
      over = true;
      return { done: false, value: result.value };
    },
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
