// META: fault=from() takes a result of next() that is no object for one without done and value.
// META: requirement=from-next-object
"use strict";

mutateIterators((iterator) => {
  const next = iterator.next;
  return {
    next: async () => Object(await Reflect.apply(next, iterator, [])),
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
