// META: fault=from() looks up next of the iterator at each call.
// META: requirement=from-next-captured
"use strict";

mutateIterators((iterator) => {
  return {
    next: () => iterator.next(),
    get return() {
      return iterator.return?.bind(iterator);
    },
  };
});
