// META: fault=from() closes the stream when next() is rejected with undefined.
// META: requirement=from-next-rejects
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
              if (error === undefined) return { done: true };
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
