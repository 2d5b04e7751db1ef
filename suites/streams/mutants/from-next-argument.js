// META: fault=from() calls next() of the iterator with undefined as an argument.
// META: requirement=from-next-arguments
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
          next: () => Reflect.apply(next, iterator, [undefined]),
          get return() {
            return iterator.return?.bind(iterator);
          },
        };
      },
    });
  };
});
