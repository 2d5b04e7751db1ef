// META: fault=from() takes a result for the end only when its done is true itself.
// META: requirement=from-done
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    async next() {
      const result = await Reflect.apply(next, iterator, []);
      if (Object(result) !== result) return result;
      const { done } = result;
      return done && done !== true ? { done: false, value: result.value } : result;
    },
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
