// META: fault=from() calls return() of the iterator when next() has failed.
// META: requirement=from-no-return
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    const method = iterable?.[Symbol.asyncIterator];
    if (typeof method !== "function") return from(iterable);
    return from({
      [Symbol.asyncIterator]() {
        const iterator = Reflect.apply(method, iterable, []);
        if (Object(iterator) !== iterator) return iterator;

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
      },
    });
  };
});
