// META: fault=from() reads the value of a result that is done.
// META: requirement=from-done
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    async next() {
      const result = await Reflect.apply(next, iterator, []);
      if (Object(result) === result) Reflect.get(result, "value");
      return result;
    },
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
