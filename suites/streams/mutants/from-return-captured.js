// META: fault=from() looks up return of the iterator at its beginning.
// META: requirement=from-next-captured
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    const method = iterable?.[Symbol.asyncIterator];
    if (typeof method !== "function") return from(iterable);
    return from({
      [Symbol.asyncIterator]() {
        const iterator = Reflect.apply(method, iterable, []);
        if (Object(iterator) !== iterator) return iterator;

        const { next, return: original } = iterator;
        return {
          next: () => Reflect.apply(next, iterator, []),
          return: original && ((reason) => Reflect.apply(original, iterator, [reason])),
        };
      },
    });
  };
});
