// META: fault=from() looks up return of the iterator at its beginning.
// META: requirement=from-next-captured
"use strict";

mutateIterators((iterator) => {
  const { next, return: original } = iterator;
  return {
    next: () => Reflect.apply(next, iterator, []),
    return: original && ((reason) => Reflect.apply(original, iterator, [reason])),
  };
});
