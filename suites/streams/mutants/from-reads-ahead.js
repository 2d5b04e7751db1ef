// META: fault=from() calls next() once before anybody reads.
// META: requirement=from-hwm
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
        let ahead = Reflect.apply(next, iterator, []);
        return {
          next() {
            const result = ahead ?? Reflect.apply(next, iterator, []);
            ahead = undefined;
            return result;
          },
          get return() {
            return iterator.return?.bind(iterator);
          },
        };
      },
    });
  };
});
